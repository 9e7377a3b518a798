package io.tollgate.dataplane.live;

import io.tollgate.model.stage.CallTally;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the calls of both sides of a stage whose canary may be rolled back. Calls whose side was asked for are left out:
 * testers must neither bring a canary down nor hide what it does to others. Thread-safe.
 */
public final class SideCounts {
    private final Counts base = new Counts();
    private final Counts canary = new Counts();

    /** The counts of one side. */
    private static final class Counts {
        private final LongAdder calls = new LongAdder();
        private final LongAdder errors = new LongAdder();
        private final LongAdder measured = new LongAdder();
        private final LongAdder micros = new LongAdder();

        CallTally drain() {
            return new CallTally(
                    calls.sumThenReset(), errors.sumThenReset(), measured.sumThenReset(), micros.sumThenReset());
        }
    }

    /**
     * Counts a call that was answered.
     *
     * @param integrated whether a backend answered it
     * @param micros how long it took, in microseconds
     */
    public void add(Side side, int status, boolean integrated, long micros) {
        if (side.forced()) {
            return;
        }
        Counts counts = side.canary() ? canary : base;
        counts.calls.increment();
        if (status >= 500) {
            counts.errors.increment();
        }
        if (integrated) {
            counts.measured.increment();
            counts.micros.add(micros);
        }
    }

    /** What was counted of a side since the last time. */
    public CallTally drain(boolean ofCanary) {
        return (ofCanary ? canary : base).drain();
    }
}
