/** Request validation: required parameters, and bodies against JSON Schema draft 4. Start at {@link RequestValidation}. */
@NullMarked
package io.tollgate.dataplane.validation;

import org.jspecify.annotations.NullMarked;
