package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.DateFormatter;
import io.tollgate.transport.Deadlines.Deadline;
import io.tollgate.transport.wire.HeadWriter;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** One event loop with what only it uses. Everything here is called on the loop, but for what says otherwise. */
final class Loop {
    private static final ThreadLocal<@Nullable Loop> HERE = new ThreadLocal<>();

    private final int index;
    private final ContextInternal context;
    private final EventLoop executor;
    private final Deadlines deadlines;
    private final HeadWriter headWriter = new HeadWriter();
    private byte[] scratch = new byte[4_096];
    private byte[] date = {};
    private long dateSecond = -1;
    private @Nullable ExpressExchange serving;

    Loop(int index, Context context) {
        this.index = index;
        this.context = (ContextInternal) context;
        this.executor = this.context.nettyEventLoop();
        this.deadlines = new Deadlines(executor);
        executor.execute(() -> HERE.set(this));
    }

    /** The loop whose thread this is, or null. Any thread may ask. */
    static @Nullable Loop here() {
        return HERE.get();
    }

    /** Whether this is the loop's thread. Any thread may ask. */
    boolean isHere() {
        return executor.inEventLoop();
    }

    /** Runs this on the loop: now if this is its thread. Any thread may ask. */
    void run(Runnable work) {
        if (executor.inEventLoop()) {
            work.run();
        } else {
            executor.execute(work);
        }
    }

    /** Runs this on the loop as Vert.x needs it to open sockets. Any thread may ask. */
    void runInContext(Runnable work) {
        context.emit(null, nothing -> work.run());
    }

    /** The number of the loop among its brothers. */
    int index() {
        return index;
    }

    void set(Deadline deadline, long nanosFromNow) {
        deadlines.set(deadline, nanosFromNow);
    }

    void clear(Deadline deadline) {
        deadlines.clear(deadline);
    }

    HeadWriter headWriter() {
        return headWriter.begin();
    }

    /** Takes bytes out of a buffer into an array that is good until the next call. */
    byte[] take(ByteBuf input, int count) {
        if (scratch.length < count) {
            scratch = new byte[count * 2];
        }
        input.readBytes(scratch, 0, count);
        return scratch;
    }

    /** The Date field, whole line. */
    @SuppressWarnings("JavaUtilDate") // Netty's formatter, the only one without garbage, takes nothing else.
    byte[] date() {
        long now = System.currentTimeMillis();
        if (now / 1000 != dateSecond) {
            dateSecond = now / 1000;
            date = ("Date: " + DateFormatter.format(new Date(now)) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
        return date;
    }

    /** The exchange that is being served at this moment, so that calls made for it end with it. */
    @Nullable ExpressExchange serving() {
        return serving;
    }

    /** Does something for an exchange. */
    void serve(@Nullable ExpressExchange exchange, Runnable work) {
        ExpressExchange before = serving;
        serving = exchange;
        try {
            work.run();
        } finally {
            serving = before;
        }
    }
}
