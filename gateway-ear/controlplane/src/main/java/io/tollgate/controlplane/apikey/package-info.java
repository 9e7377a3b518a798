/** API keys; their values are sealed and found by keyed hash. Start at {@link ApiKeyOperations}. */
@NullMarked
package io.tollgate.controlplane.apikey;

import org.jspecify.annotations.NullMarked;
