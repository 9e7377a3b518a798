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
    private final Map<String, WeakReference<Bucket>> known = new ConcurrentHashMap<>();
    private final @Nullable Bucket account;
    private final @Nullable Concurrency concurrency;
    private final Buckets maker;

    /**
     * No buckets yet.
     *
     * @param accountRate calls a second of the whole account; 0 for no limit
     * @param accountBurst the account's burst
     * @param concurrency the account's limit of calls at once, or null
     * @param maker makes them
     */
    public SharedBuckets(double accountRate, int accountBurst, @Nullable Concurrency concurrency, Buckets maker) {
        this.maker = maker;
        this.concurrency = concurrency;
        this.account = accountRate <= 0 ? null : maker.make("account", new Limit(accountRate, accountBurst));
    }

    /** The same, for this node alone and on a monotonic clock. */
    public SharedBuckets(double accountRate, int accountBurst, LongSupplier nanos) {
        this(accountRate, accountBurst, null, Buckets.ofThisNode(nanos));
    }

    /** The account's bucket, null if it has no limit. */
    public @Nullable Bucket account() {
        return account;
    }

    /** The account's limit of calls at once, null if it has none. */
    public @Nullable Concurrency concurrency() {
        return concurrency;
    }

    /** The bucket with this name and these limits; a negative limit is none, then there is no bucket. */
    public synchronized @Nullable Bucket bucket(String name, double rate, int burst) {
        if (rate < 0 || burst < 0) {
            return null;
        }
        known.values().removeIf(reference -> reference.get() == null);
        WeakReference<Bucket> reference = known.get(name);
        Bucket old = reference == null ? null : reference.get();
        Limit limit = new Limit(rate, burst);
        if (old != null && old.limit().equals(limit)) {
            return old;
        }
        Bucket made = maker.make("stage " + name, limit);
        known.put(name, new WeakReference<>(made));
        return made;
    }
}
