package io.tollgate.server.cluster;

/**
 * The clock of buckets that this node owns: it never jumps, and agrees with other nodes' as far as their wall clocks did when
 * they started. Thread-safe.
 */
final class OwnerClock {
    private static final long ANCHOR = System.currentTimeMillis() * 1_000_000 - System.nanoTime();

    private OwnerClock() {}

    /** Nanoseconds since 1970. */
    static long now() {
        return ANCHOR + System.nanoTime();
    }
}
