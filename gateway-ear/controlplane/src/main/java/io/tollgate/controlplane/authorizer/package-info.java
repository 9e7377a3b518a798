/** Who decides about callers. Start at {@link AuthorizerOperations}. */
@NullMarked
package io.tollgate.controlplane.authorizer;

import org.jspecify.annotations.NullMarked;
