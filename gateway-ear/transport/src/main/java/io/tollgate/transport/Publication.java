package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/** Publishes a body to a subscriber outside this room; each piece is copied to memory that the subscriber may keep. */
final class Publication implements Sink, Flow.Subscription {
    private final StreamBody body;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private long demand;

    Publication(StreamBody body, Flow.Subscriber<? super ByteBuffer> subscriber) {
        this.body = body;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
        body.loop().run(() -> {
            if (count <= 0) {
                body.abandon();
                subscriber.onError(new IllegalArgumentException("request(" + count + "): ask for at least one"));
                return;
            }
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
            body.resume();
        });
    }

    @Override
    public void cancel() {
        body.loop().run(body::abandon);
    }

    @Override
    public void chunk(ByteBuf content) {
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        content.release();
        if (--demand == 0) {
            body.pause();
        }
        subscriber.onNext(ByteBuffer.wrap(bytes));
    }

    @Override
    public void flush() {
        // Each piece was handed on at once.
    }

    @Override
    public void end() {
        subscriber.onComplete();
    }

    @Override
    public void broken(Throwable cause) {
        subscriber.onError(cause);
    }
}
