/** What management calls are refused with: AWS's exceptions by name. Start at {@link ApiException}. */
@NullMarked
package io.tollgate.model.error;

import org.jspecify.annotations.NullMarked;
