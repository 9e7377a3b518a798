/**
 * Cached responses that the nodes of a cluster share. Every key has a node that keeps its entry on a shelf; the others ask it
 * and keep near copies. All of it works without other nodes too. It knows Hazelcast only as the gateway's {@link
 * io.tollgate.spi.cluster.Peers}. Start at {@link io.tollgate.plugin.hazelcast.SharedCache}.
 */
@NullMarked
package io.tollgate.plugin.hazelcast;

import org.jspecify.annotations.NullMarked;
