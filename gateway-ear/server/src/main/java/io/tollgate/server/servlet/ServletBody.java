package io.tollgate.server.servlet;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A request body of the container, read without blocking as it arrives. */
final class ServletBody implements Body {
    private static final int CHUNK = 16 * 1024;

    private final ServletInputStream stream;
    private final long length;
    private final long most;

    ServletBody(ServletInputStream stream, long length, long most) {
        this.stream = stream;
        this.length = length;
        this.most = most;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        stream.setReadListener(new Collector(all, Math.min(limit, most)));
        return all;
    }

    @Override
    public void discard() {
        // Payara drops what was not read, or closes the connection.
    }

    /** The container's bodies are collected before they are handed on: at most ten megabytes. */
    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        read(most).whenComplete((bytes, broken) -> {
            if (bytes == null) {
                subscriber.onSubscribe(new NoSubscription());
                subscriber.onError(broken);
            } else {
                Body.of(bytes).subscribe(subscriber);
            }
        });
    }

    /** A subscription that never delivers. */
    private static final class NoSubscription implements Flow.Subscription {
        @Override
        public void request(long count) {
            // Nothing will come.
        }

        @Override
        public void cancel() {
            // Nothing is held.
        }
    }

    /** Reads what is there whenever the container says so. */
    private final class Collector implements ReadListener {
        private final CompletableFuture<byte[]> all;
        private final long limit;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private final byte[] chunk = new byte[CHUNK];

        private Collector(CompletableFuture<byte[]> all, long limit) {
            this.all = all;
            this.limit = limit;
        }

        @Override
        public void onDataAvailable() throws IOException {
            // Payara says "finished" once everything has arrived, not once it was read.
            while (stream.isReady()) {
                int count = stream.read(chunk);
                if (count < 0) {
                    return;
                }
                if (content.size() + count > limit) {
                    all.completeExceptionally(new BodyTooLargeException(limit));
                    return;
                }
                content.write(chunk, 0, count);
            }
            if (stream.isFinished()) {
                all.complete(content.toByteArray());
            }
        }

        @Override
        public void onAllDataRead() {
            all.complete(content.toByteArray());
        }

        @Override
        public void onError(Throwable broken) {
            all.completeExceptionally(broken);
        }
    }
}
