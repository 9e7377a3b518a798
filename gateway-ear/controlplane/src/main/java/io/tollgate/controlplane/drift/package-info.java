/**
 * How an API as it is edited now differs from what its stages serve. Compares frozen and current definitions by what they mean
 * to calls; knows nothing of how they came to be. Start at {@link Drift}.
 */
@NullMarked
package io.tollgate.controlplane.drift;

import org.jspecify.annotations.NullMarked;
