package io.tollgate.server.cluster;

import io.tollgate.dataplane.lease.View;
import java.util.Map;
import java.util.Set;

/**
 * Who is there, counted by the grid and by the database together. A node that is alive and out of touch has a share of limits
 * only while it draws tokens: one that was silent for so long that the others gave it up, and is back, or one that
 * serves no calls, must not keep from the others what it does not use.
 *
 * @param nodes how many nodes there are, those out of touch included
 * @param view those that limits are divided by
 */
record Census(int nodes, View view) {

    /** A node that has no others. */
    static final Census ALONE = new Census(1, View.of(1));

    /**
     * Counts.
     *
     * @param inTouch the addresses of nodes in touch, this one's included
     * @param alive the addresses of nodes that gave a sign of life, and whether they draw
     */
    static Census of(Set<String> inTouch, Map<String, Boolean> alive) {
        int apart = 0;
        int drawing = 0;
        for (Map.Entry<String, Boolean> node : alive.entrySet()) {
            if (!inTouch.contains(node.getKey())) {
                apart++;
                drawing += node.getValue() ? 1 : 0;
            }
        }
        return new Census(inTouch.size() + apart, View.of(inTouch.size(), drawing));
    }
}
