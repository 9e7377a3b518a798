package io.tollgate.dataplane.lease;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Limit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A node's part of a bucket that is one limit for the cluster. Calls are served from a stock of tokens that {@link Leases}
 * fills ahead of need; the stock follows the demand. While the owner does not answer, the node lets its fair share of the
 * limit through and settles that later. Thread-safe; taking a token takes no lock.
 */
final class LeasedBucket implements Bucket {
    private static final int RESTING_TURNS = 5;
    private static final double FADING = 0.8;

    private final String name;
    private final Limit limit;
    private final Leases leases;
    private final LongSupplier nanos;
    private final AtomicLong stock;
    private final AtomicBoolean called = new AtomicBoolean();
    private volatile long low;
    private volatile boolean dry;
    private volatile @Nullable FairShare alone;

    // What follows belongs to the leases and is guarded by this.
    private @Nullable Ask open;
    private long askedAt;
    private long owed;
    private long counted;
    private double demand;
    private int resting;

    /** A bucket with its reserve. */
    LeasedBucket(String name, Limit limit, Leases leases, LongSupplier nanos, View view) {
        this.name = name;
        this.limit = limit;
        this.leases = leases;
        this.nanos = nanos;
        this.counted = Terms.of(limit, view).reserve();
        this.stock = new AtomicLong(counted);
        this.low = refillAt(counted);
    }

    String name() {
        return name;
    }

    @Override
    public Limit limit() {
        return limit;
    }

    @Override
    public boolean take() {
        for (long left = stock.get(); left > 0; left = stock.get()) {
            if (stock.compareAndSet(left, left - 1)) {
                if (left - 1 <= low) {
                    call();
                }
                return true;
            }
        }
        dry = true;
        call();
        FairShare own = alone;
        return own != null && own.take();
    }

    private void call() {
        leases.drew();
        if (!called.get() && called.compareAndSet(false, true)) {
            leases.call(this);
        }
    }

    @Override
    public void giveBack() {
        FairShare own = alone;
        if (own != null) {
            own.giveBack();
        } else {
            stock.incrementAndGet();
        }
    }

    @Override
    public int available() {
        return Math.clamp(stock.get(), 0, limit.burst());
    }

    /** Looks at what was used since the last turn; false if nothing is to be done for this bucket any more. */
    synchronized boolean look(Terms terms) {
        long now = stock.get();
        long used = Math.max(0, counted - now);
        counted = now;
        demand = Math.max((double) used, demand * FADING);
        resting = used > 0 || dry ? 0 : resting + 1;
        low = refillAt(target(terms));
        if (open != null || alone != null) {
            return true;
        }
        called.set(false);
        return resting <= RESTING_TURNS || owed != 0 || now < terms.reserve();
    }

    private long target(Terms terms) {
        // Demand beyond the stock has no measure: what the owner can spare is right, the rest goes back soon.
        return dry
                ? Math.max(terms.most(), limit.burst())
                : Math.clamp((long) Math.ceil(3 * demand), terms.reserve(), terms.most());
    }

    private static long refillAt(long target) {
        return target - Math.ceilDiv(target, 3);
    }

    /** What to ask the owner for; null if nothing. */
    synchronized @Nullable Ask ask(Terms terms) {
        if (open != null) {
            return null;
        }
        long target = target(terms);
        long have = stock.get();
        if (have > (resting >= RESTING_TURNS ? target : 2 * target)) {
            return returning(terms, have - target);
        }
        boolean toppingUp = resting >= RESTING_TURNS && have < target;
        if (!dry && have > refillAt(target) && !toppingUp && !(resting >= RESTING_TURNS && owed != 0)) {
            return null;
        }
        return sent(terms, Math.max(0, target - have));
    }

    private @Nullable Ask returning(Terms terms, long surplus) {
        if (!stock.compareAndSet(surplus + target(terms), target(terms))) {
            return null;
        }
        counted -= surplus;
        owed -= surplus;
        return sent(terms, 0);
    }

    private Ask sent(Terms terms, long wanted) {
        askedAt = nanos.getAsLong();
        dry = false;
        Ask ask =
                new Ask(name, wanted, owed, terms.rate(), terms.depth(), terms.nodes() * terms.block(), terms.nodes());
        open = ask;
        return ask;
    }

    /** Takes the owner's answer, which may come when it is not waited for any more. */
    synchronized void answered(Ask ask, long given) {
        if (isOpen(ask)) {
            open = null;
            owed -= ask.owed();
        }
        FairShare own = alone;
        if (own != null) {
            alone = null;
            owed += own.debt();
        }
        counted += given;
        stock.addAndGet(given);
        if (given > 0) {
            called.set(false);
        }
    }

    // The very ask, not one that states the same.
    @SuppressWarnings("ReferenceEquality")
    private boolean isOpen(Ask ask) {
        return ask == open;
    }

    /** Notes that an ask failed: the next turn asks again, and until then the node is on its own. */
    synchronized void failed(Ask ask, Terms terms) {
        if (isOpen(ask)) {
            open = null;
            goAlone(terms);
        } else {
            owed += Math.max(0, ask.owed());
        }
    }

    /**
     * Lets the node's fair share through if an ask has been without an answer for the patience, and asks again if it has been
     * for so long that the answer may be lost: others may have the whole rate from an owner that this node could reach too.
     */
    synchronized void lose(Terms terms, long patience, long lost) {
        long waited = open == null ? 0 : nanos.getAsLong() - askedAt;
        if (waited > patience) {
            goAlone(terms);
        }
        if (open != null && waited > lost) {
            // What it states is under way until it is answered or fails.
            owed -= open.owed();
            open = null;
        }
    }

    private void goAlone(Terms terms) {
        if (alone == null) {
            alone = new FairShare(limit, terms.nodes(), nanos);
        }
    }
}
