package io.tollgate.dataplane.limit;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may be told of a limit that its call met.
 *
 * @param limit the calls that may come at once; for a quota, its calls in a period
 * @param remaining how many of them are left after this call
 * @param resetSeconds in how many seconds all of them will be there again if nobody calls, rounded up; negative if never
 * @param retrySeconds in how many seconds a call may pass again, at least 1; 0 if this one passed or none ever will
 */
public record Level(long limit, long remaining, long resetSeconds, long retrySeconds) {

    /** The level of the bucket with the fewest tokens left, after a call has passed all of them; null if there is none. */
    public static @Nullable Level tightest(@Nullable Bucket first, @Nullable Bucket second, @Nullable Bucket third) {
        Bucket tightest = null;
        int least = Integer.MAX_VALUE;
        for (Bucket bucket : new @Nullable Bucket[] {first, second, third}) {
            int there = bucket == null ? Integer.MAX_VALUE : bucket.available();
            if (bucket != null && (tightest == null || there < least)) {
                tightest = bucket;
                least = there;
            }
        }
        return tightest == null ? null : of(tightest, least, 0);
    }

    /** The level of a bucket that has no token for a call. */
    public static Level empty(Bucket bucket) {
        double rate = bucket.limit().rate();
        return of(bucket, 0, bucket.limit().isShut() ? 0 : Math.max(1, (long) Math.ceil(1 / rate)));
    }

    private static Level of(Bucket bucket, int there, long retrySeconds) {
        Limit limit = bucket.limit();
        long reset = limit.isShut() ? -1 : (long) Math.ceil((limit.burst() - there) / limit.rate());
        return new Level(limit.burst(), there, reset, retrySeconds);
    }

    /** The level of a node that has as many calls in progress as it may; nobody knows when the next one ends. */
    public static Level busy(int share) {
        return new Level(share, 0, -1, 1);
    }

    /** The level of a quota that is used up until its period ends. */
    public static Level usedUp(long limit, long millisLeft) {
        long seconds = Math.max(1, Math.ceilDiv(millisLeft, 1000L));
        return new Level(limit, 0, seconds, seconds);
    }
}
