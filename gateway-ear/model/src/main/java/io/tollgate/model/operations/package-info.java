/** Every operation of the AWS service models by name and address. Start at {@link Operations}. */
@NullMarked
package io.tollgate.model.operations;

import org.jspecify.annotations.NullMarked;
