/** Limits of rate and amount: token buckets and quotas. Start at {@link io.tollgate.dataplane.limit.TokenBucket}. */
@NullMarked
package io.tollgate.dataplane.limit;

import org.jspecify.annotations.NullMarked;
