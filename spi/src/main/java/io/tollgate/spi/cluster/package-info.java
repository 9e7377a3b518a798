/**
 * How a plugin works with itself on the other nodes of a cluster: bytes that are asked and answered, and a node for every
 * key. No classes travel, so plugins can be replaced node by node. Start at {@link io.tollgate.spi.cluster.Peers}.
 */
@NullMarked
package io.tollgate.spi.cluster;

import org.jspecify.annotations.NullMarked;
