/**
 * Buckets that are one limit for a cluster: each bucket has an owner, and nodes fetch small blocks of its tokens ahead of
 * need, so that no call ever waits for another node. The room knows nothing of how nodes talk ({@link
 * io.tollgate.dataplane.lease.Owners} does). Start at {@link io.tollgate.dataplane.lease.LeasedBucket}.
 */
@NullMarked
package io.tollgate.dataplane.lease;

import org.jspecify.annotations.NullMarked;
