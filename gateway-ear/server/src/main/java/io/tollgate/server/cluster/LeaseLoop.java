package io.tollgate.server.cluster;

import io.tollgate.dataplane.lease.Leases;
import io.tollgate.server.config.Threads;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that fetches tokens for this node's buckets. It sleeps while no bucket is in use. */
final class LeaseLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseLoop.class);
    private static final long AFTER_FAILURE = 1_000_000_000;

    private volatile @Nullable Leases leases;
    private volatile @Nullable Thread thread;

    /** Begins to take turns. */
    void start(Leases turns) {
        leases = turns;
        Thread started = Threads.named("tollgate-leases").newThread(this);
        thread = started;
        started.start();
    }

    /** Makes it take a turn now. */
    void wake() {
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
        }
    }

    void stop() {
        leases = null;
        wake();
    }

    @Override
    public void run() {
        for (Leases turns = leases; turns != null; turns = leases) {
            LockSupport.parkNanos(this, turn(turns));
        }
    }

    private static long turn(Leases turns) {
        try {
            return turns.turn();
        } catch (RuntimeException failed) {
            LOG.warn("cannot fetch tokens for buckets; trying again", failed);
            return AFTER_FAILURE;
        }
    }
}
