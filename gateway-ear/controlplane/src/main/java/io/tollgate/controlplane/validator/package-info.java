/** Which parts of requests are checked. Start at {@link RequestValidatorOperations}. */
@NullMarked
package io.tollgate.controlplane.validator;

import org.jspecify.annotations.NullMarked;
