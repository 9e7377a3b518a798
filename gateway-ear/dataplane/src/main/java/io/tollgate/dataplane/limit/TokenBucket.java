package io.tollgate.dataplane.limit;

import io.tollgate.model.plan.ThrottleSettings;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket: {@code burst} calls at once, {@code rate} calls a second in the long run (features 6.1). It keeps one
 * number, the time at which the bucket will be full again; a call moves it by the time that one token takes. Thread-safe
 * without locks.
 */
public final class TokenBucket {
    /** Sixteenths of a nanosecond, so that rates of millions a second stay exact. */
    private static final int SHIFT = 4;

    private final double rate;
    private final int burst;
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
        this.rate = rate;
        this.burst = burst;
        this.interval = rate <= 0 ? 0 : Math.max(1, Math.round((1e9 / rate) * (1 << SHIFT)));
        this.depth = interval * burst;
        this.nanos = nanos;
        this.base = nanos.getAsLong();
    }

    /** The bucket of settings, null if they limit nothing. Where the burst is left out it is one second's tokens. */
    public static @Nullable TokenBucket of(@Nullable ThrottleSettings settings, LongSupplier nanos) {
        if (settings == null || settings.rateLimit() == null) {
            return null;
        }
        Integer burst = settings.burstLimit();
        double rate = settings.rateLimit();
        return new TokenBucket(rate, burst == null ? (int) Math.max(1, Math.ceil(rate)) : burst, nanos);
    }

    /** Whether another bucket has the same rate and burst. */
    public boolean sameAs(TokenBucket other) {
        return rate == other.rate && burst == other.burst;
    }

    private long now() {
        return (nanos.getAsLong() - base) << SHIFT;
    }

    /** Takes a token if there is one. */
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

    /** Puts a token back that was taken for a call that another limit stopped. */
    public void giveBack() {
        fullAt.addAndGet(-interval);
    }

    /** The tokens that are there now. */
    public int available() {
        return interval == 0 ? 0 : (int) Math.min(burst, (depth - Math.max(0, fullAt.get() - now())) / interval);
    }
}
