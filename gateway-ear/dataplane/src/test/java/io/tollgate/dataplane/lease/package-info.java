/** Leased buckets in a simulated cluster. */
@NullMarked
package io.tollgate.dataplane.lease;

import org.jspecify.annotations.NullMarked;
