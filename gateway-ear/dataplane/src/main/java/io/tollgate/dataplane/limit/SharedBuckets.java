package io.tollgate.dataplane.limit;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Buckets that must survive a swap of their stage: whoever compiles a stage gets the bucket that is in use, if its limits
 * are still the same. What no stage holds any more is forgotten. Thread-safe.
 */
public final class SharedBuckets {
    private final Map<String, WeakReference<TokenBucket>> known = new ConcurrentHashMap<>();
    private final @Nullable TokenBucket account;
    private final LongSupplier nanos;

    /**
     * No buckets yet.
     *
     * @param accountRate calls a second of the whole account; 0 for no limit
     * @param accountBurst the account's burst
     * @param nanos a monotonic clock
     */
    public SharedBuckets(double accountRate, int accountBurst, LongSupplier nanos) {
        this.nanos = nanos;
        this.account = accountRate <= 0 ? null : new TokenBucket(accountRate, accountBurst, nanos);
    }

    /** The account's bucket, null if it has no limit. */
    public @Nullable TokenBucket account() {
        return account;
    }

    /** The bucket with this name and these limits; a negative limit is none, then there is no bucket. */
    public synchronized @Nullable TokenBucket bucket(String name, double rate, int burst) {
        if (rate < 0 || burst < 0) {
            return null;
        }
        known.values().removeIf(reference -> reference.get() == null);
        WeakReference<TokenBucket> reference = known.get(name);
        TokenBucket old = reference == null ? null : reference.get();
        TokenBucket made = new TokenBucket(rate, burst, nanos);
        if (old != null && old.sameAs(made)) {
            return old;
        }
        known.put(name, new WeakReference<>(made));
        return made;
    }
}
