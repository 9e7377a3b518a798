/** JSON Schemas by name. Start at {@link ModelOperations}. */
@NullMarked
package io.tollgate.controlplane.model;

import org.jspecify.annotations.NullMarked;
