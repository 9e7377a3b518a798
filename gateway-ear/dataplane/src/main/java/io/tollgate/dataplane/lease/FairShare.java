package io.tollgate.dataplane.lease;

import io.tollgate.dataplane.limit.Limit;
import io.tollgate.dataplane.limit.TokenBucket;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What a node lets through on its own while it cannot reach a bucket's owner. Begins empty. Thread-safe. */
final class FairShare {
    private final TokenBucket bucket;
    private final LongAdder taken = new LongAdder();

    FairShare(Limit limit, int nodes, LongSupplier nanos) {
        Limit share = new Limit(limit.rate() / nodes, Math.max(1, limit.burst() / nodes));
        bucket = TokenBucket.empty(share, nanos);
    }

    boolean take() {
        boolean there = bucket.take();
        if (there) {
            taken.increment();
        }
        return there;
    }

    void giveBack() {
        bucket.giveBack();
        taken.decrement();
    }

    /** What was taken and has not come back since: the owner has to know. */
    long debt() {
        return Math.clamp(bucket.limit().burst() - bucket.available(), 0, Math.max(0, taken.sum()));
    }
}
