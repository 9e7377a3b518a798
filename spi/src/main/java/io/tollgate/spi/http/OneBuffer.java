package io.tollgate.spi.http;

import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/** The subscription to bytes in hand: one buffer, then the end. */
final class OneBuffer implements Flow.Subscription {
    private final byte[] bytes;
    private final Flow.Subscriber<? super ByteBuffer> subscriber;
    private final AtomicBoolean done = new AtomicBoolean();

    OneBuffer(byte[] bytes, Flow.Subscriber<? super ByteBuffer> subscriber) {
        this.bytes = bytes;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        if (count <= 0) {
            subscriber.onError(new IllegalArgumentException("request(" + count + "): ask for at least one buffer"));
            return;
        }
        if (bytes.length > 0) {
            subscriber.onNext(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        }
        subscriber.onComplete();
    }

    @Override
    public void cancel() {
        done.set(true);
    }
}
