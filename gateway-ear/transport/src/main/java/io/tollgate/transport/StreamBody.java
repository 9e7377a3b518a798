package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.util.ReferenceCountUtil;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.transport.wire.BodyReader;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrives on a connection of this room. Its connection calls {@link #deliver} whenever there is input; the
 * content goes to the one sink that was attached, without being copied. What is not asked for stays in the socket.
 */
abstract class StreamBody implements Body, Source {
    /** What is still to come of an unwanted body may be this much; beyond it the connection is given up. */
    static final long WORTH_DRAINING = 65_536;

    private final Loop loop;
    private final BodyReader reader;
    private final long length;
    private final long most;

    private long seen;
    private boolean taken;
    private boolean paused;
    private boolean over;
    private @Nullable Sink sink;
    private @Nullable Throwable failure;
    private @Nullable Runnable atEnd;

    StreamBody(Loop loop, BodyReader reader, long length, long most) {
        this.loop = loop;
        this.reader = reader;
        this.length = length;
        this.most = most;
    }

    /** Lets the connection look whether it has input for this body. */
    abstract void wanted();

    /** Nobody wants the rest: drains it or gives the connection up. */
    abstract void unwanted();

    Loop loop() {
        return loop;
    }

    /** Connects the sink; on the loop, once. */
    final void flowTo(Sink target) {
        taken = true;
        sink = target;
        if (failure != null) {
            over = true;
            target.broken(failure);
        } else {
            wanted();
        }
    }

    /**
     * Hands on what there is in the input.
     *
     * @return whether the content is complete and its end was told
     * @throws io.tollgate.transport.wire.WireException if the input is no such body
     * @throws BodyTooLargeException if it is larger than it may be
     */
    final boolean deliver(ByteBuf input) {
        while (sink != null && !paused && !over) {
            ByteBuf content = reader.next(input);
            seen += content == null ? 0 : content.readableBytes();
            if (seen + reader.announced() > most) {
                ReferenceCountUtil.release(content);
                throw new BodyTooLargeException(most);
            }
            if (content == null) {
                break;
            }
            sink.chunk(content);
        }
        return sink != null && !over && reader.isDone() && end(sink);
    }

    private boolean end(Sink target) {
        over = true;
        target.end();
        ended();
        return true;
    }

    private void ended() {
        Runnable action = atEnd;
        atEnd = null;
        if (action != null) {
            action.run();
        }
    }

    @Override
    public final Body onEnd(Runnable action) {
        loop.run(() -> {
            Runnable earlier = atEnd;
            atEnd = earlier == null
                    ? action
                    : () -> {
                        earlier.run();
                        action.run();
                    };
            if (over || failure != null) {
                ended();
            }
        });
        return this;
    }

    /** What was delivered may be sent. */
    final void flush() {
        if (sink != null && !over) {
            sink.flush();
        }
    }

    /** The connection has ended; true if the content is complete by that. */
    final boolean closed() {
        Sink target = sink;
        return target != null && !over && reader.isDoneAtClose() && end(target);
    }

    /** The content stays incomplete. */
    final void fail(Throwable cause) {
        if (over || failure != null) {
            return;
        }
        failure = cause;
        if (sink != null) {
            over = true;
            sink.broken(cause);
        }
        ended();
    }

    /** Whether the whole content was delivered, or nothing will be any more. */
    final boolean isOver() {
        return over;
    }

    /** Whether the consumer, not the sender, is the one to wait for. */
    final boolean isHeldBack() {
        return paused || sink == null;
    }

    /** Whether more input can be used now. */
    final boolean takesInput() {
        return !over && !isHeldBack();
    }

    /** How many bytes are still to come at most. */
    final long missing() {
        return reader.missing();
    }

    @Override
    public final void pause() {
        paused = true;
    }

    @Override
    public final void resume() {
        if (paused) {
            paused = false;
            wanted();
        }
    }

    @Override
    public final void abandon() {
        sink = Discard.SINK;
        paused = false;
        taken = true;
        if (!over && failure == null) {
            unwanted();
        }
        ended();
    }

    @Override
    public final long length() {
        return length;
    }

    @Override
    public final CompletionStage<byte[]> read(long limit) {
        Collector collector = new Collector(this, limit);
        loop.run(() -> start(collector));
        return collector.all();
    }

    private void start(Collector collector) {
        if (taken) {
            collector.broken(new IllegalStateException("the body was consumed before"));
        } else if (length > collector.limit()) {
            collector.broken(new BodyTooLargeException(collector.limit()));
            abandon();
        } else {
            flowTo(collector);
        }
    }

    @Override
    public final void discard() {
        loop.run(() -> {
            if (!taken) {
                abandon();
            }
        });
    }

    @Override
    public final void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        loop.run(() -> {
            Publication publication = new Publication(this, subscriber);
            if (taken) {
                subscriber.onSubscribe(publication);
                subscriber.onError(new IllegalStateException("the body was consumed before"));
                return;
            }
            paused = true;
            flowTo(publication);
            subscriber.onSubscribe(publication);
        });
    }
}
