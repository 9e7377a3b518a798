package io.tollgate.dataplane.lease;

/**
 * The cluster as this node sees it.
 *
 * @param nodes how many nodes there are, those that are alive but out of touch included
 * @param share the part of them that are in touch with this one; below 1 while the cluster is parted
 */
public record View(int nodes, double share) {

    /** A view in which all nodes are in touch. */
    public static View of(int nodes) {
        return new View(nodes, 1);
    }
}
