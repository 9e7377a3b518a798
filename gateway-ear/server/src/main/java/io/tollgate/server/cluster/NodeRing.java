package io.tollgate.server.cluster;

import java.util.Collection;
import java.util.List;

/**
 * Which of some nodes a key belongs to, by the highest score of key and node together: a node that comes or goes moves only
 * the keys that it has or had. Immutable.
 */
final class NodeRing {
    private final String[] nodes;
    private final long[] hashes;

    /** A ring of at least one node. */
    NodeRing(Collection<String> names) {
        nodes = List.copyOf(names).stream().sorted().toArray(String[]::new);
        hashes = new long[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            hashes[i] = hash(nodes[i]);
        }
    }

    /** The node of a key. */
    String nodeOf(String key) {
        long hash = hash(key);
        int best = 0;
        long score = Long.MIN_VALUE;
        for (int i = 0; i < nodes.length; i++) {
            long own = mixed(hash ^ hashes[i]);
            if (own > score) {
                score = own;
                best = i;
            }
        }
        return nodes[best];
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return mixed(hash);
    }

    /** Spreads the bits, so that similar numbers get scores that are not. */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }
}
