package io.tollgate.server.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes that did not answer lately: they are left in peace for a while, so that calls do not wait for them. Thread-safe. */
final class Silence {
    private static final Logger LOG = LoggerFactory.getLogger(Silence.class);
    private static final long NANOS = Duration.ofSeconds(2).toNanos();

    private final LongSupplier clock;
    private final Map<String, Long> untilByNode = new ConcurrentHashMap<>();

    /** Nobody is silent. The clock counts nanoseconds. */
    Silence(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether a node shall not be asked now. */
    boolean covers(String node) {
        Long until = untilByNode.get(node);
        return until != null && until - clock.getAsLong() > 0;
    }

    /** What became of a question to a node; null if it answered. */
    void answered(String node, @Nullable Throwable failure) {
        if (failure == null) {
            if (untilByNode.remove(node) != null) {
                LOG.info("node {} answers again", node);
            }
        } else if (failure instanceof TimeoutException && untilByNode.put(node, clock.getAsLong() + NANOS) == null) {
            LOG.warn("node {} does not answer: it is asked every {} s only", node, NANOS / 1_000_000_000);
        }
    }

    void forget(String node) {
        untilByNode.remove(node);
    }
}
