package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.tollgate.spi.http.Body;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message whose body is still arriving. A small body that is here already goes out with its head in one piece;
 * a slow receiver holds the sender back.
 */
abstract class BodyWriter implements Sink {
    private static final int CHUNK_LINES = 32;

    private final ChannelHandlerContext context;
    private final boolean chunked;
    private @Nullable ByteBuf head;
    private @Nullable Source source;
    private long missing;
    private boolean stuck;
    private boolean over;

    /**
     * A writer that has not begun.
     *
     * @param head what goes out first; it is released here
     * @param length the body's length, {@link AnswerHead#CHUNKED} or {@link AnswerHead#UNTOLD}
     */
    BodyWriter(ChannelHandlerContext context, ByteBuf head, long length) {
        this.context = context;
        this.head = head;
        this.chunked = length == AnswerHead.CHUNKED;
        this.missing = length < 0 ? Long.MAX_VALUE : length;
    }

    /** The message was written to its end. */
    abstract void complete();

    /** The message stays incomplete; the receiver must notice. */
    abstract void incomplete(Throwable cause);

    /** Lets the body flow. */
    final void begin(Body content, Loop loop) {
        Source from = Subscription.of(content, loop, this);
        source = from;
        Subscription.begin(content, from, this);
        if (!over && from != content) {
            flush();
        }
    }

    @Override
    public final void chunk(ByteBuf content) {
        int count = content.readableBytes();
        if (over || count == 0) {
            content.release();
            return;
        }
        if (count > missing) {
            content.release();
            broken(new IllegalStateException("the body is longer than its length"));
            return;
        }
        missing -= missing == Long.MAX_VALUE ? 0 : count;
        if (chunked) {
            writeChunk(content, count);
        } else {
            write(content, count);
        }
        if (!context.channel().isWritable() && source != null) {
            stuck = true;
            source.pause();
        }
    }

    private void write(ByteBuf content, int count) {
        ByteBuf first = head;
        head = null;
        if (first != null && first.writableBytes() >= count) {
            first.writeBytes(content);
            content.release();
            context.write(first, context.voidPromise());
            return;
        }
        if (first != null) {
            context.write(first, context.voidPromise());
        }
        context.write(content, context.voidPromise());
    }

    private void writeChunk(ByteBuf content, int count) {
        boolean small = count <= AnswerHead.COPIED;
        ByteBuf lines = head == null ? context.alloc().directBuffer(CHUNK_LINES + (small ? count : 0)) : head;
        head = null;
        lines.writeCharSequence(Integer.toHexString(count), StandardCharsets.US_ASCII);
        lineEnd(lines);
        if (small) {
            lines.writeBytes(content);
            content.release();
            // The rest of the body may be here already: what follows goes behind it.
            head = lineEnd(lines);
            if (lines.readableBytes() > AnswerHead.COPIED) {
                writeHead();
            }
            return;
        }
        context.write(lines, context.voidPromise());
        context.write(content, context.voidPromise());
        head = lineEnd(context.alloc().directBuffer(CHUNK_LINES));
    }

    private static ByteBuf lineEnd(ByteBuf bytes) {
        return bytes.writeByte('\r').writeByte('\n');
    }

    private void writeHead() {
        ByteBuf first = head;
        if (first != null) {
            head = null;
            context.write(first, context.voidPromise());
        }
    }

    /** The receiver takes bytes again. */
    final void writable() {
        if (stuck && source != null) {
            stuck = false;
            source.resume();
        }
    }

    @Override
    public final void flush() {
        writeHead();
        context.flush();
    }

    @Override
    public final void end() {
        if (over) {
            return;
        }
        if (missing != 0 && missing != Long.MAX_VALUE) {
            broken(new IllegalStateException("the body is shorter than its length"));
            return;
        }
        over = true;
        source = null;
        if (chunked) {
            ByteBuf last = head == null ? context.alloc().directBuffer(CHUNK_LINES) : head;
            head = last;
            lineEnd(lineEnd(last.writeByte('0')));
        }
        flush();
        complete();
    }

    @Override
    public final void broken(Throwable cause) {
        if (!over) {
            stop();
            incomplete(cause);
        }
    }

    /** Writes nothing more and lets the body go. */
    final void stop() {
        over = true;
        ByteBuf first = head;
        if (first != null) {
            head = null;
            first.release();
        }
        Source from = source;
        if (from != null) {
            source = null;
            from.abandon();
        }
    }
}
