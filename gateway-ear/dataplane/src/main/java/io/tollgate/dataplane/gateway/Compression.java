package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Payload compression of an API that has a {@code minimumCompressionSize} (features 18): requests that come compressed are
 * read as what they are, answers of at least that size are compressed if the client takes it. Thread-safe.
 */
public final class Compression {
    private static final long LARGEST = 10_485_760;
    /** From this size on compression leaves the event loop. */
    private static final int LARGE = 16 * 1024;

    private final int minimum;
    private final Executor blocking;

    /** Compression from this size in bytes on; large bodies are worked on by the executor. */
    public Compression(int minimum, Executor blocking) {
        this.minimum = minimum;
        this.blocking = blocking;
    }

    /** The step that reads a compressed request. */
    public CompletionStage<Outcome> decompress(Call call) {
        String coding = coding(call.headers().get("Content-Encoding"));
        if (coding == null || coding.equals("identity")) {
            return CompletableFuture.completedFuture(Outcome.Progress.GO_ON);
        }
        if (!coding.equals("gzip") && !coding.equals("deflate")) {
            return CompletableFuture.completedFuture(Rejection.of(
                    GatewayResponseType.UNSUPPORTED_MEDIA_TYPE, "the content coding " + coding + " is unknown"));
        }
        return call.body()
                .read(LARGEST)
                .thenApplyAsync(
                        bytes -> inflate(bytes, coding),
                        bodyExecutor(call.body().length()))
                .handle((bytes, failure) -> {
                    if (bytes == null) {
                        return refused(failure);
                    }
                    call.headers().remove("Content-Encoding");
                    call.bodyBytes(bytes);
                    return Outcome.Progress.GO_ON;
                });
    }

    private Executor bodyExecutor(long length) {
        return length >= 0 && length < LARGE ? Runnable::run : blocking;
    }

    private static Rejection refused(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return Rejection.of(GatewayResponseType.REQUEST_TOO_LARGE, "the body is too large");
            }
        }
        return Rejection.of(
                GatewayResponseType.BAD_REQUEST_BODY, "Invalid request body", "the body cannot be decompressed");
    }

    private static byte[] inflate(byte[] bytes, String coding) {
        try (InputStream in = coding.equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(bytes))
                : new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            byte[] content = in.readNBytes((int) LARGEST + 1);
            if (content.length > LARGEST) {
                throw new BodyTooLargeException(LARGEST);
            }
            return content;
        } catch (IOException malformed) {
            throw new IllegalArgumentException("the body is not " + coding, malformed);
        }
    }

    /** The answer, compressed if it is large enough and the client takes it. */
    public CompletionStage<Answer> compressed(Call call, Answer answer) {
        long length = answer.body().length();
        if ((length >= 0 && length < minimum)
                || length > LARGEST
                || length == 0
                || answer.headers().contains("Content-Encoding")
                || answer.status() == 204
                || answer.status() == 304) {
            return CompletableFuture.completedFuture(answer);
        }
        String coding = AcceptEncoding.best(call.headers().get("Accept-Encoding"));
        if (coding == null) {
            return CompletableFuture.completedFuture(answer);
        }
        return answer.body()
                .read(LARGEST)
                .thenApplyAsync(bytes -> deflated(answer, bytes, coding), bodyExecutor(length));
    }

    private Answer deflated(Answer answer, byte[] bytes, String coding) {
        if (bytes.length < minimum || bytes.length == 0) {
            return new Answer(answer.status(), answer.headers(), Body.of(bytes));
        }
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (OutputStream out =
                coding.equals("gzip") ? new GZIPOutputStream(buffer) : new DeflaterOutputStream(buffer)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written to", impossible);
        }
        Headers headers = answer.headers().add("Content-Encoding", coding);
        return new Answer(answer.status(), headers, Body.of(buffer.toByteArray()));
    }

    private static @Nullable String coding(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip().toLowerCase(Locale.ROOT);
    }
}
