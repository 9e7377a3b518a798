/** Where deployments are live. Start at {@link StageOperations}. */
@NullMarked
package io.tollgate.controlplane.stage;

import org.jspecify.annotations.NullMarked;
