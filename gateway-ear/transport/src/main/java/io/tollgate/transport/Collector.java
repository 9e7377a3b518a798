package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.tollgate.spi.http.BodyTooLargeException;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** Gathers a whole body in memory. */
final class Collector implements Sink {
    private final CompletableFuture<byte[]> all = new CompletableFuture<>();
    private final StreamBody body;
    private final long limit;
    private byte[] content;
    private int size;

    Collector(StreamBody body, long limit) {
        this.body = body;
        this.limit = limit;
        this.content = new byte[(int) Math.max(0, Math.min(body.length(), limit))];
    }

    CompletableFuture<byte[]> all() {
        return all;
    }

    long limit() {
        return limit;
    }

    @Override
    public void chunk(ByteBuf piece) {
        try {
            int count = piece.readableBytes();
            if (size + (long) count > limit) {
                all.completeExceptionally(new BodyTooLargeException(limit));
                body.abandon();
                return;
            }
            if (content.length - size < count) {
                content = Arrays.copyOf(content, Math.max(content.length * 2, size + count));
            }
            piece.readBytes(content, size, count);
            size += count;
        } finally {
            piece.release();
        }
    }

    @Override
    public void flush() {
        // The end is what counts.
    }

    @Override
    public void end() {
        all.complete(size == content.length ? content : Arrays.copyOf(content, size));
    }

    @Override
    public void broken(Throwable cause) {
        boolean known = cause instanceof IOException || cause instanceof RuntimeException;
        all.completeExceptionally(known ? cause : new IOException("the sender broke off", cause));
    }
}
