package io.tollgate.transport;

import io.tollgate.transport.Deadlines.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The backends that one event loop knows. Used on that loop only. */
final class Origins {
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final Loop loop;
    private final UpstreamSettings settings;
    private final Connector connector;
    private final Map<Origin.Key, Origin> known = new HashMap<>();
    private final Deadline sweep = new Deadline(this::sweep);
    private boolean closed;

    Origins(Loop loop, UpstreamSettings settings, Connector connector) {
        this.loop = loop;
        this.settings = settings;
        this.connector = connector;
    }

    Loop loop() {
        return loop;
    }

    UpstreamSettings settings() {
        return settings;
    }

    Connector connector() {
        return connector;
    }

    boolean isClosed() {
        return closed;
    }

    /** The backend of a target, new if it was not known. */
    Origin of(Target target, boolean trusting) {
        if (known.isEmpty()) {
            loop.set(sweep, SWEEP.toNanos());
        }
        Origin.Key key = new Origin.Key(target.secure(), trusting, target.host(), target.port());
        return known.computeIfAbsent(key, unknown -> new Origin(unknown, this));
    }

    /** Closes what was idle too long and forgets backends without connections. */
    private void sweep() {
        List.copyOf(known.values()).forEach(Origin::closeIdle);
        known.values().removeIf(Origin::isUnused);
        if (!known.isEmpty()) {
            loop.set(sweep, SWEEP.toNanos());
        }
    }

    void close() {
        closed = true;
        loop.clear(sweep);
        List.copyOf(known.values()).forEach(Origin::close);
    }
}
