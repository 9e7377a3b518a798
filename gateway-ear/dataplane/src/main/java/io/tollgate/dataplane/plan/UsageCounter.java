package io.tollgate.dataplane.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls by UTC day until somebody takes the counts away. Thread-safe; counting takes no lock but at midnight. */
public final class UsageCounter {
    private static final long DAY_MILLIS = 86_400_000;

    /** Calls of one day, in days since 1970. */
    public record Count(long day, long calls) {}

    private record Today(long day, LongAdder calls) {}

    private volatile Today today = new Today(0, new LongAdder());
    private final List<Today> before = new ArrayList<>();

    /** Counts a call that arrived at this time, in epoch milliseconds. */
    public void count(long millis) {
        long day = millis / DAY_MILLIS;
        Today current = today;
        if (current.day() != day) {
            current = roll(day);
        }
        current.calls().increment();
    }

    private synchronized Today roll(long day) {
        if (today.day() < day) {
            before.add(today);
            today = new Today(day, new LongAdder());
        }
        return today;
    }

    /** The counts since this was last called; days without calls are left out. */
    public synchronized List<Count> drain() {
        List<Count> counts = new ArrayList<>(1);
        before.removeIf(past -> !add(counts, past));
        add(counts, today);
        return counts;
    }

    /** Puts counts back that could not be kept elsewhere. */
    public synchronized void restore(Count count) {
        LongAdder calls = new LongAdder();
        calls.add(count.calls());
        before.add(new Today(count.day(), calls));
    }

    private static boolean add(List<Count> counts, Today one) {
        long calls = one.calls().sumThenReset();
        return calls > 0 && counts.add(new Count(one.day(), calls));
    }
}
