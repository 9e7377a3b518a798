package io.tollgate.dataplane.lease;

/**
 * The cluster as this node sees it: those that limits are divided by.
 *
 * @param nodes how many nodes there are, those included that are out of touch and let calls through all the same
 * @param share the part of them that are in touch with this one; below 1 while the cluster is parted
 */
public record View(int nodes, double share) {

    /** A view in which all nodes are in touch. */
    public static View of(int nodes) {
        return new View(nodes, 1);
    }

    /** A view of the nodes in touch, this one included, and of those that are out of touch and let calls through. */
    public static View of(int inTouch, int apart) {
        int nodes = inTouch + apart;
        return new View(nodes, (double) inTouch / nodes);
    }
}
