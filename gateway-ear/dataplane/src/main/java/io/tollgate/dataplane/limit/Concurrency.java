package io.tollgate.dataplane.limit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may be in progress at once: on this node its fair share of the account's limit, which is the limit divided
 * by the nodes of the cluster, rounded down, and at least one. Thread-safe without locks.
 */
public final class Concurrency {
    private final int limit;
    private final IntSupplier nodes;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * A limit that no call uses yet.
     *
     * @param limit calls at once on all nodes together, at least 1
     * @param nodes how many nodes there are now
     */
    public Concurrency(int limit, IntSupplier nodes) {
        this.limit = limit;
        this.nodes = nodes;
    }

    /** A call in progress, until it is closed. Closing it again does nothing. */
    public final class Permit implements AutoCloseable {
        private final AtomicBoolean closed = new AtomicBoolean();

        private Permit() {}

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                running.decrementAndGet();
            }
        }
    }

    /** Begins a call; null if as many as may be are in progress already. */
    public @Nullable Permit enter() {
        int share = share();
        for (int now = running.get(); now < share; now = running.get()) {
            if (running.compareAndSet(now, now + 1)) {
                return new Permit();
            }
        }
        return null;
    }

    /** How many calls may be in progress on this node at once. */
    public int share() {
        return Math.max(1, limit / Math.max(1, nodes.getAsInt()));
    }

    /** The calls in progress on this node. */
    public int running() {
        return running.get();
    }
}
