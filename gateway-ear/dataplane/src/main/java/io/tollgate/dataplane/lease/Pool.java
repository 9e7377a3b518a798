package io.tollgate.dataplane.lease;

import org.jspecify.annotations.Nullable;

/**
 * What the owner of a bucket keeps: one number, the time at which its part of the bucket is full again. Pure arithmetic;
 * whoever calls keeps the number and makes sure that asks come one after another.
 *
 * @param fullAt the time in nanoseconds of the owner's clock
 * @param given the tokens that an ask got
 */
public record Pool(long fullAt, long given) {

    /**
     * Answers an ask.
     *
     * @param before the number as it was, null for a full bucket
     * @param now the owner's time
     */
    public static Pool answer(@Nullable Long before, long now, Ask ask) {
        double interval = 1e9 / ask.rate();
        // Not further than this: the number may come from a node whose clock is ahead.
        long latest = now + Math.round((ask.depth() + ask.debt()) * interval);
        long full = Math.clamp(before == null ? now : before, now, latest);
        full = Math.clamp(full + Math.round(ask.owed() * interval), now, latest);
        long there = (long) Math.floor(ask.depth() - (full - now) / interval + 1e-6);
        long given = Math.clamp(fair(there, ask.nodes()), 0, Math.max(0, ask.wanted()));
        return new Pool(full + Math.round(given * interval), given);
    }

    /** Nobody gets all of it while others may want some too. */
    private static long fair(long there, int nodes) {
        return there <= 0 ? 0 : Math.ceilDiv(there, nodes);
    }
}
