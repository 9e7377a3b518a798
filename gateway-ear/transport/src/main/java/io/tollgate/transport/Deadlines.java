package io.tollgate.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The time-outs of one event loop. Setting and clearing one costs next to nothing, because nearly all are cleared
 * before they pass: the loop has a single alarm, for a moment not later than the earliest of them.
 */
final class Deadlines {

    /** Something that must not take too long. */
    static final class Deadline {
        private final Runnable passed;
        private long due;
        private int place = -1;

        /** A deadline that is not set yet; when it passes, this is run on the event loop. */
        Deadline(Runnable passed) {
            this.passed = passed;
        }
    }

    private final EventLoop loop;
    private Deadline[] running = new Deadline[64];
    private int count;
    private @Nullable ScheduledFuture<?> alarm;
    private long alarmAt;

    Deadlines(EventLoop loop) {
        this.loop = loop;
    }

    /** Sets the deadline, or moves it. */
    void set(Deadline deadline, long nanosFromNow) {
        deadline.due = System.nanoTime() + nanosFromNow;
        if (deadline.place < 0) {
            if (count == running.length) {
                running = Arrays.copyOf(running, count * 2);
            }
            deadline.place = count;
            running[count++] = deadline;
        }
        wakeBy(deadline.due);
    }

    /** Forgets the deadline. */
    void clear(Deadline deadline) {
        if (deadline.place >= 0) {
            Deadline last = running[--count];
            running[deadline.place] = last;
            last.place = deadline.place;
            deadline.place = -1;
        }
    }

    private void wakeBy(long due) {
        ScheduledFuture<?> set = alarm;
        if (set != null) {
            if (alarmAt - due <= 0) {
                return;
            }
            set.cancel(false);
        }
        alarmAt = due;
        alarm = loop.schedule(this::look, Math.max(0, due - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private void look() {
        alarm = null;
        long now = System.nanoTime();
        long earliest = Long.MAX_VALUE;
        List<Deadline> passed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long left = running[i].due - now;
            if (left <= 0) {
                passed.add(running[i]);
            } else {
                earliest = Math.min(earliest, left);
            }
        }
        passed.forEach(this::clear);
        if (earliest != Long.MAX_VALUE) {
            wakeBy(now + earliest);
        }
        passed.forEach(one -> one.passed.run());
    }
}
