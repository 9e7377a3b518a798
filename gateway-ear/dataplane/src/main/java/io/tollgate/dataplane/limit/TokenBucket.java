package io.tollgate.dataplane.limit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket: {@code burst} calls at once, {@code rate} calls a second in the long run (features 6.1). It keeps one
 * number, the time at which the bucket will be full again; a call moves it by the time that one token takes. Thread-safe
 * without locks.
 */
public final class TokenBucket implements Bucket {
    /** Sixteenths of a nanosecond, so that rates of millions a second stay exact. */
    private static final int SHIFT = 4;

    private final Limit limit;
    private final long interval;
    private final long depth;
    private final LongSupplier nanos;
    private final long base;
    private final AtomicLong fullAt = new AtomicLong(Long.MIN_VALUE / 4);

    /**
     * A full bucket.
     *
     * @param rate tokens a second; none are ever made at 0
     * @param burst the most tokens it holds; 0 lets nothing through
     * @param nanos a monotonic clock, as {@link System#nanoTime}
     */
    public TokenBucket(double rate, int burst, LongSupplier nanos) {
        this.limit = new Limit(rate, burst);
        this.interval = rate <= 0 ? 0 : Math.max(1, Math.round((1e9 / rate) * (1 << SHIFT)));
        this.depth = interval * burst;
        this.nanos = nanos;
        this.base = nanos.getAsLong();
    }

    /** The same with no token in it. */
    public static TokenBucket empty(Limit limit, LongSupplier nanos) {
        TokenBucket bucket = new TokenBucket(limit.rate(), limit.burst(), nanos);
        bucket.fullAt.set(bucket.now() + bucket.depth);
        return bucket;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    private long now() {
        return (nanos.getAsLong() - base) << SHIFT;
    }

    @Override
    public boolean take() {
        if (interval == 0) {
            return false;
        }
        long now = now();
        while (true) {
            long full = fullAt.get();
            long next = Math.max(full, now) + interval;
            if (next - now > depth) {
                return false;
            }
            if (fullAt.compareAndSet(full, next)) {
                return true;
            }
        }
    }

    @Override
    public void giveBack() {
        fullAt.addAndGet(-interval);
    }

    @Override
    public int available() {
        return interval == 0
                ? 0
                : (int) Math.min(limit.burst(), (depth - Math.max(0, fullAt.get() - now())) / interval);
    }
}
