package io.tollgate.transport;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One call to a backend, on one event loop. */
final class UpstreamCall {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS");

    private final Vertx vertx;
    private final UpstreamSettings settings;
    private final Target target;
    private final UpstreamRequest request;
    private final CompletableFuture<UpstreamResponse> response;
    private final long timer;

    private @Nullable HttpClientRequest sent;
    private boolean ended;
    private boolean repeated;

    UpstreamCall(
            Vertx vertx,
            UpstreamSettings settings,
            Target target,
            UpstreamRequest request,
            CompletableFuture<UpstreamResponse> response) {
        this.vertx = vertx;
        this.settings = settings;
        this.target = target;
        this.request = request;
        this.response = response;
        this.timer = vertx.setTimer(Math.max(1, request.timeout().toMillis()), late -> expire());
    }

    void start(HttpClient client) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.secure())
                .setURI(target.requestTarget());
        client.request(options).onComplete(opened -> {
            if (opened.failed()) {
                fail(opened.cause());
            } else if (ended) {
                opened.result().reset();
            } else {
                send(client, opened.result());
            }
        });
    }

    private void send(HttpClient client, HttpClientRequest opened) {
        sent = opened;
        Headers headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            opened.headers().add(headers.name(i), headers.value(i));
        }
        if (!opened.headers().contains("Host")) {
            opened.putHeader("Host", target.authority());
        }
        opened.response().onComplete(answered -> {
            if (answered.succeeded()) {
                received(answered.result());
            } else if (mayRepeat(answered.cause())) {
                repeated = true;
                start(client);
            } else {
                fail(answered.cause());
            }
        });
        sendBody(opened);
    }

    /** A pooled connection that the backend had closed: nothing reached it, so the call is made once more. */
    private boolean mayRepeat(Throwable cause) {
        return !repeated
                && !ended
                && REPEATABLE.contains(request.method())
                && request.body().isEmpty()
                && cause instanceof VertxException;
    }

    private void sendBody(HttpClientRequest opened) {
        Body body = request.body();
        if (body.isEmpty()) {
            if (!REPEATABLE.contains(request.method()) && !"DELETE".equals(request.method())) {
                opened.putHeader("Content-Length", "0");
            }
            opened.end();
            return;
        }
        switch (body) {
            case Body.BytesBody inHand -> opened.end(Buffer.buffer(inHand.bytes()));
            case StreamBody stream -> pipe(opened, stream);
            default ->
                body.read(settings.maxBodyBytes())
                        .whenComplete((bytes, broken) -> vertx.runOnContext(now -> {
                            if (bytes == null) {
                                abandon(broken);
                            } else {
                                opened.end(Buffer.buffer(bytes));
                            }
                        }));
        }
    }

    private void pipe(HttpClientRequest opened, StreamBody stream) {
        if (stream.length() >= 0) {
            opened.putHeader("Content-Length", Long.toString(stream.length()));
        } else {
            opened.setChunked(true);
        }
        opened.exceptionHandler(broken -> stream.discardRest());
        stream.take()
                .exceptionHandler(this::abandon)
                .endHandler(end -> opened.end())
                .handler(chunk -> {
                    opened.write(chunk);
                    if (opened.writeQueueFull()) {
                        stream.pause();
                        opened.drainHandler(drained -> stream.resume());
                    }
                });
        stream.resume();
    }

    private void received(HttpClientResponse head) {
        if (ended) {
            return;
        }
        Headers headers = new Headers();
        for (Map.Entry<String, String> field : head.headers()) {
            headers.add(field.getKey(), field.getValue());
        }
        long length = HttpMethod.HEAD.name().equals(request.method()) || head.statusCode() == 304
                ? 0
                : lengthOf(headers, head.statusCode());
        if (length > settings.maxBodyBytes()) {
            abandon(new UpstreamException(Reason.BROKEN, "the answer exceeds " + settings.maxBodyBytes() + " bytes"));
            return;
        }
        Body body = length == 0 ? finishedEmpty(head) : streaming(head, length);
        if (response.complete(new UpstreamResponse(head.statusCode(), headers, body)) && length == 0) {
            done();
        }
    }

    private static long lengthOf(Headers headers, int status) {
        String length = headers.get("Content-Length");
        return status == 204 ? 0 : length == null ? -1 : Long.parseLong(length.strip());
    }

    private static Body finishedEmpty(HttpClientResponse head) {
        head.resume();
        return Body.EMPTY;
    }

    private Body streaming(HttpClientResponse head, long length) {
        head.pause();
        return new StreamBody(new CappedStream(head, settings.maxBodyBytes()), length, this::cut, this::done);
    }

    private void expire() {
        abandon(new UpstreamException(
                Reason.TIMEOUT, "no answer within " + request.timeout().toMillis() + " ms"));
    }

    private void cut() {
        abandon(new UpstreamException(Reason.BROKEN, "the caller went away"));
    }

    private void abandon(Throwable cause) {
        if (ended) {
            return;
        }
        fail(cause);
        if (sent != null) {
            sent.reset();
        }
    }

    private void fail(Throwable cause) {
        done();
        response.completeExceptionally(asUpstream(cause));
    }

    private void done() {
        if (!ended) {
            ended = true;
            vertx.cancelTimer(timer);
        }
    }

    private Throwable asUpstream(Throwable cause) {
        return switch (cause) {
            case UpstreamException known -> known;
            case BodyTooLargeException large -> large;
            case UnknownHostException unknown ->
                new UpstreamException(Reason.BAD_ADDRESS, "unknown host " + target.host());
            case ConnectionPoolTooBusyException busy ->
                new UpstreamException(Reason.OVERLOADED, "too many calls wait for " + target.authority());
            case ConnectException refused -> new UpstreamException(Reason.UNREACHABLE, message(refused));
            case javax.net.ssl.SSLException tls -> new UpstreamException(Reason.UNREACHABLE, message(tls));
            default -> new UpstreamException(Reason.BROKEN, message(cause));
        };
    }

    private String message(Throwable cause) {
        return target.authority() + ": " + cause.getMessage();
    }
}
