package io.tollgate.dataplane.lease;

import io.tollgate.dataplane.limit.Limit;

/**
 * How a limit is divided between an owner and the nodes. A node keeps {@code reserve} tokens while nobody calls and up to
 * {@code most} under load; the owner keeps the rest of the burst. All together never have more than the burst and one
 * {@link #block} a node.
 *
 * @param rate tokens a second that the owner may give out
 * @param reserve the tokens a node holds for the first calls after a rest
 * @param most the tokens a node holds at most
 * @param depth the tokens that the owner holds at most
 * @param nodes how many nodes there are
 */
record Terms(double rate, long reserve, long most, long depth, int nodes) {
    /** Nodes ask for more this often, in seconds. */
    static final double TURN = 0.02;

    /** The time for which the most that a node holds is enough, at the full rate and alone. */
    private static final double PROVISION = 0.04;

    /** The terms of a limit, and of this part of its rate that nodes in touch with each other may use. */
    static Terms of(Limit limit, View view) {
        int nodes = Math.max(1, view.nodes());
        double rate = limit.rate() * view.share();
        long reserve = Math.max(Math.clamp(limit.burst() / 4, 1, 3), ceil(limit.burst() / (8.0 * nodes)));
        long most = Math.max(reserve, ceil(limit.rate() * PROVISION));
        // What comes into being between two turns must have room, however small the burst is: it would be lost.
        long room = Math.min(limit.burst() + nodes * most, 1 + ceil(nodes * limit.rate() * TURN));
        long depth = Math.max(1, Math.max(limit.burst() - reserve, room));
        return new Terms(rate, reserve, most, Math.max(1, ceil(depth * view.share())), nodes);
    }

    /** By how much a node may take the cluster's burst beyond the limit's. */
    long block() {
        return 2 * most;
    }

    private static long ceil(double number) {
        return (long) Math.ceil(number);
    }
}
