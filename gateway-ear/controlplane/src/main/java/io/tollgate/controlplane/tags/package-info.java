/** Tags on everything that has an ARN. Start at {@link TagOperations}. */
@NullMarked
package io.tollgate.controlplane.tags;

import org.jspecify.annotations.NullMarked;
