package io.tollgate.dataplane.explain;

import io.tollgate.spi.http.Body;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that keeps a copy of its first bytes while somebody else consumes it. Used by one call. */
final class BodyStart implements Body {
    /** More than is shown: a secret at the end of what is shown must be recognised whole. */
    static final int LONGEST = 4096;

    private final Body body;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private long seen;

    private BodyStart(Body body) {
        this.body = body;
    }

    /** The body itself if its bytes are here, else one that watches it. */
    static Body of(Body body) {
        return body instanceof BytesBody || body instanceof BodyStart ? body : new BodyStart(body);
    }

    /** What has passed so far, at most {@link #LONGEST} bytes. */
    static byte[] bytesOf(Body body) {
        return switch (body) {
            case BytesBody here -> Arrays.copyOf(here.bytes(), Math.min(here.bytes().length, LONGEST));
            case BodyStart watched -> watched.passed();
            default -> new byte[0];
        };
    }

    private synchronized byte[] passed() {
        return start.toByteArray();
    }

    private synchronized void keep(byte[] bytes) {
        seen += bytes.length;
        start.write(bytes, 0, Math.min(bytes.length, LONGEST - start.size()));
    }

    private synchronized long seen() {
        return seen;
    }

    @Override
    public long length() {
        return body.length() < 0 && seen() > 0 ? seen() : body.length();
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        return body.read(limit).thenApply(bytes -> {
            keep(bytes);
            return bytes;
        });
    }

    @Override
    public void discard() {
        body.discard();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                byte[] copy = new byte[part.remaining()];
                part.duplicate().get(copy);
                keep(copy);
                subscriber.onNext(part);
            }

            @Override
            public void onError(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
                subscriber.onComplete();
            }
        });
    }
}
