/**
 * Nodes that work as one gateway: they meet in Payara's Hazelcast, divide buckets among them, tell each other of changes and
 * show themselves. What they serve comes from the database; without Hazelcast's messages it would come a second later.
 * Nothing here is on the way of a call. Start at {@link io.tollgate.server.cluster.Cluster}.
 */
@NullMarked
package io.tollgate.server.cluster;

import org.jspecify.annotations.NullMarked;
