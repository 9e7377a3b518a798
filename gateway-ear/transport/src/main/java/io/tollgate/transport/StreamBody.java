package io.tollgate.transport;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that arrives on a connection of this room. Its stream is used on its own event loop only. */
final class StreamBody implements Body {
    private final ReadStream<Buffer> stream;
    private final long length;
    private final Runnable abort;
    private final Runnable atEnd;
    private final Context loop;
    private boolean taken;

    /**
     * A paused stream.
     *
     * @param stream where the content comes from
     * @param length the announced length, or -1
     * @param abort cuts the connection
     * @param atEnd called once the whole content was delivered
     */
    StreamBody(ReadStream<Buffer> stream, long length, Runnable abort, Runnable atEnd) {
        this.stream = stream;
        this.length = length;
        this.abort = abort;
        this.atEnd = atEnd;
        this.loop = Vertx.currentContext();
    }

    /** The stream itself, for one who passes buffers on; he calls {@link #ended} at the end. */
    ReadStream<Buffer> take() {
        if (taken) {
            throw new IllegalStateException("the body was consumed before");
        }
        taken = true;
        return stream;
    }

    /** Whether the caller is on the event loop of this body. */
    boolean isHere() {
        return Vertx.currentContext() == loop;
    }

    void pause() {
        stream.pause();
    }

    void resume() {
        stream.resume();
    }

    void abort() {
        abort.run();
    }

    void ended() {
        atEnd.run();
    }

    /** Lets what still arrives go by. */
    void discardRest() {
        onLoop(() -> {
            stream.exceptionHandler(broken -> {}).handler(chunk -> {}).endHandler(end -> atEnd.run());
            stream.resume();
        });
    }

    private void onLoop(Runnable work) {
        if (isHere()) {
            work.run();
        } else {
            loop.runOnContext(now -> work.run());
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public CompletionStage<byte[]> read(long limit) {
        CompletableFuture<byte[]> all = new CompletableFuture<>();
        if (length > limit) {
            discard();
            all.completeExceptionally(new BodyTooLargeException(limit));
            return all;
        }
        onLoop(() -> collect(limit, all));
        return all;
    }

    private void collect(long limit, CompletableFuture<byte[]> all) {
        Buffer content = length > 0 ? Buffer.buffer((int) length) : Buffer.buffer();
        take().exceptionHandler(broken -> all.completeExceptionally(asIo(broken)))
                .endHandler(end -> {
                    atEnd.run();
                    all.complete(content.getBytes());
                })
                .handler(chunk -> {
                    if (content.length() + chunk.length() > limit) {
                        all.completeExceptionally(new BodyTooLargeException(limit));
                        stream.handler(rest -> {});
                    } else {
                        content.appendBuffer(chunk);
                    }
                });
        stream.resume();
    }

    private static Throwable asIo(Throwable broken) {
        return broken instanceof IOException || broken instanceof BodyTooLargeException
                ? broken
                : new IOException("the sender broke off", broken);
    }

    @Override
    public void discard() {
        if (!taken) {
            taken = true;
            discardRest();
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        ReadStream<Buffer> source = take();
        onLoop(() -> {
            source.exceptionHandler(broken -> subscriber.onError(asIo(broken)))
                    .endHandler(end -> {
                        atEnd.run();
                        subscriber.onComplete();
                    })
                    .handler(chunk -> subscriber.onNext(ByteBuffer.wrap(chunk.getBytes())));
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    onLoop(() -> source.fetch(count));
                }

                @Override
                public void cancel() {
                    onLoop(abort);
                }
            });
        });
    }
}
