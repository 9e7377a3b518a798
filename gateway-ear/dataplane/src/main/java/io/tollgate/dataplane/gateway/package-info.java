/** The way of one call, from arrival to answer. Start at {@link Gateway}. */
@NullMarked
package io.tollgate.dataplane.gateway;

import org.jspecify.annotations.NullMarked;
