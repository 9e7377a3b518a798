package io.tollgate.spi.http;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * The content of a message: bytes in hand or a stream that arrives. It is consumed once, by {@link #read} or by
 * {@link #subscribe}. A body that nobody consumes must be {@link #discard discarded}, or its connection stays busy.
 */
public interface Body extends Flow.Publisher<ByteBuffer> {

    /** No content. */
    @SuppressWarnings("ClassInitializationDeadlock") // Only of() makes a BytesBody, and that needs Body first.
    Body EMPTY = new BytesBody(new byte[0]);

    /** Content that is already here. The array is not copied and must not change. */
    static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new BytesBody(bytes);
    }

    /** The number of bytes, or -1 while unknown. */
    long length();

    /** Whether the content is known to be empty. */
    default boolean isEmpty() {
        return length() == 0;
    }

    /**
     * All bytes. The stage fails with {@link BodyTooLargeException} as soon as more than {@code limit} bytes are seen,
     * and with {@link java.io.IOException} when the sender breaks off.
     */
    CompletionStage<byte[]> read(long limit);

    /** Reads the content and forgets it, or drops the connection if that is cheaper. */
    void discard();

    /**
     * The same content with an action that is run once when the content was consumed, broke off or is not wanted any more.
     * Whoever asks for this must use the body that is returned in the place of this one.
     *
     * @param action must not throw; any thread may run it
     */
    default Body onEnd(Runnable action) {
        return new EndingBody(this, action);
    }

    /** A body already in memory. */
    record BytesBody(byte[] bytes) implements Body {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public CompletionStage<byte[]> read(long limit) {
            return bytes.length > limit
                    ? CompletableFuture.failedFuture(new BodyTooLargeException(limit))
                    : CompletableFuture.completedFuture(bytes);
        }

        @Override
        public void discard() {
            // Nothing is held.
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new OneBuffer(bytes, subscriber));
        }
    }
}
