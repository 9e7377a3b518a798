package io.tollgate.dataplane.lease;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.Limit;
import io.tollgate.dataplane.limit.TokenBucket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The buckets of a node in a cluster, and their stocks. Somebody calls {@link #turn} on one thread: when it says so, and
 * when it is woken. Only buckets in use cost anything.
 */
public final class Leases implements Buckets {
    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
    private static final long SILENT = 10_000_000_000L;
    private static final long TURN = (long) (Terms.TURN * 1e9);

    /**
     * After this time without an answer the node's fair share begins to gather, for calls that find the stock empty. Shorter
     * than a stock lasts: an owner that goes, or that moves its buckets, must not be noticed by callers below the limit.
     */
    private static final long PATIENCE = 40_000_000;

    /** After this time an ask is made again. The grid keeps some for longer than it would need to ask the next owner. */
    private static final long LOST = 1_000_000_000;

    private final Owners owners;
    private final LongSupplier nanos;
    private final Runnable wake;
    private final Queue<LeasedBucket> calls = new ConcurrentLinkedQueue<>();
    private final Set<LeasedBucket> used = new LinkedHashSet<>();
    private final AtomicLong toldAt;
    private volatile boolean drawn;
    private long nextTurn;

    /**
     * No buckets yet.
     *
     * @param owners who is asked for tokens
     * @param nanos a monotonic clock
     * @param wake makes the thread that calls {@link #turn} do it now; cheap, and may be called by any thread
     */
    public Leases(Owners owners, LongSupplier nanos, Runnable wake) {
        this.owners = owners;
        this.nanos = nanos;
        this.wake = wake;
        this.nextTurn = nanos.getAsLong();
        this.toldAt = new AtomicLong(nextTurn - SILENT);
    }

    @Override
    public Bucket make(String name, Limit limit) {
        return limit.isShut()
                ? new TokenBucket(limit.rate(), limit.burst(), nanos)
                : new LeasedBucket(name, limit, this, nanos, owners.view());
    }

    /** Whether this node has drawn tokens since this was last asked, or wanted some that were not there. */
    public boolean hasDrawn() {
        boolean since = drawn;
        drawn = false;
        return since;
    }

    /** A call took one of the last tokens of a stock, or found none. */
    void drew() {
        if (!drawn) {
            drawn = true;
        }
    }

    /** A bucket's stock runs low. */
    void call(LeasedBucket bucket) {
        calls.add(bucket);
        wake.run();
    }

    /** Asks for what is needed. In how many nanoseconds the next turn is due, unless it is woken before. */
    public synchronized long turn() {
        View view = owners.view();
        Map<Object, List<Sent>> sending = new HashMap<>();
        for (LeasedBucket bucket = calls.poll(); bucket != null; bucket = calls.poll()) {
            used.add(bucket);
            ask(bucket, view, sending);
        }
        long now = nanos.getAsLong();
        if (now - nextTurn >= 0) {
            nextTurn = now + TURN;
            List<LeasedBucket> resting = new ArrayList<>();
            for (LeasedBucket bucket : used) {
                Terms terms = Terms.of(bucket.limit(), view);
                bucket.lose(terms, PATIENCE, LOST);
                if (bucket.look(terms)) {
                    ask(bucket, view, sending);
                } else {
                    resting.add(bucket);
                }
            }
            resting.forEach(used::remove);
        }
        sending.forEach((owner, sent) -> send(owner, sent, view));
        return used.isEmpty() ? Long.MAX_VALUE : Math.max(0, nextTurn - nanos.getAsLong());
    }

    /** An operator has to know why limits are divided, but not each time. */
    private void tell(Object owner, Throwable failure) {
        long now = nanos.getAsLong();
        long last = toldAt.get();
        if (now - last >= SILENT && toldAt.compareAndSet(last, now)) {
            LOG.warn("{} gives no tokens, this node's fair share passes: {}", owner, failure.toString());
        }
    }

    private record Sent(LeasedBucket bucket, Ask ask) {}

    private void ask(LeasedBucket bucket, View view, Map<Object, List<Sent>> sending) {
        @Nullable Ask ask = bucket.ask(Terms.of(bucket.limit(), view));
        if (ask != null) {
            sending.computeIfAbsent(owners.ownerOf(bucket.name()), any -> new ArrayList<>())
                    .add(new Sent(bucket, ask));
        }
    }

    private void send(Object owner, List<Sent> sent, View view) {
        var unused = owners.ask(owner, sent.stream().map(Sent::ask).toList()).whenComplete((given, failure) -> {
            for (Sent one : sent) {
                if (failure == null) {
                    one.bucket()
                            .answered(one.ask(), given.getOrDefault(one.ask().bucket(), 0L));
                } else {
                    tell(owner, failure);
                    one.bucket().failed(one.ask(), Terms.of(one.bucket().limit(), view));
                }
            }
        });
    }
}
