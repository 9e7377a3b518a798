package io.tollgate.dataplane.limit;

/**
 * How many calls of a quota a node holds in advance: what it needs in two seconds, as the last second shows, so that the
 * store is seldom asked; ten at least; but never more than a thousandth of the limit, or one call, which is what a node takes
 * along when it is killed. Not thread-safe: its quota guards it.
 */
final class LeaseSize {
    private static final long INTERVAL_MILLIS = 1000;
    private static final int INTERVALS = 2;
    private static final long LEAST = 10;

    private final long most;
    private long began;
    private long last;
    private long current;

    LeaseSize(long limit) {
        this.most = Math.max(1, limit / 1000);
    }

    /** Notes a call at this time in milliseconds. */
    void called(long now) {
        if (now - began >= INTERVAL_MILLIS) {
            last = now - began < 2 * INTERVAL_MILLIS ? current : 0;
            current = 0;
            began = now;
        }
        current++;
    }

    /** How many calls the node should hold. */
    long target() {
        return Math.clamp(INTERVALS * Math.max(last, current), Math.min(LEAST, most), most);
    }

    /** Whether it is time to ask for more while so many are left. */
    boolean isLow(long left) {
        return left <= target() / 2;
    }
}
