package io.tollgate.dataplane.limit;

import java.util.function.LongSupplier;

/** Makes buckets: for this node alone, or as one limit of a whole cluster. */
@FunctionalInterface
public interface Buckets {

    /**
     * A bucket.
     *
     * @param name what nodes know it by; buckets of one name and one limit are one limit
     * @param limit what it limits calls to
     */
    Bucket make(String name, Limit limit);

    /** Buckets of this node alone, on a monotonic clock. */
    static Buckets ofThisNode(LongSupplier nanos) {
        return (name, limit) -> new TokenBucket(limit.rate(), limit.burst(), nanos);
    }
}
