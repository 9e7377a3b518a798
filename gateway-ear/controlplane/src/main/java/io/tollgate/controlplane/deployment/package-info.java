/** Frozen definitions. Start at {@link DeploymentOperations}. */
@NullMarked
package io.tollgate.controlplane.deployment;

import org.jspecify.annotations.NullMarked;
