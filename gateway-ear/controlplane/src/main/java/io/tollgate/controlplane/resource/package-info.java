/** The path tree of an API. Start at {@link ResourceOperations}. */
@NullMarked
package io.tollgate.controlplane.resource;

import org.jspecify.annotations.NullMarked;
