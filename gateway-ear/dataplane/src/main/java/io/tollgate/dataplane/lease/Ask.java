package io.tollgate.dataplane.lease;

import java.io.Serializable;

/**
 * What a node asks the owner of a bucket for. It carries the bucket's terms, so that owners need not know any limits.
 *
 * @param bucket the bucket's name
 * @param wanted how many tokens the node would like to have
 * @param owed tokens that it has spent without having been given them; negative if it gives unused ones back
 * @param rate tokens that come into being a second
 * @param depth the most tokens that the owner keeps
 * @param debt how far below nothing the owner may be taken by what is owed
 * @param nodes how many nodes share the bucket
 */
public record Ask(String bucket, long wanted, long owed, double rate, long depth, long debt, int nodes)
        implements Serializable {
    private static final long serialVersionUID = 1L;
}
