/**
 * Canaries that are rolled back without being asked: what all nodes have counted, and the change itself, which is made once
 * for the cluster and audited as any other. When that is, a stage's {@link io.tollgate.model.stage.RollbackRule} says.
 * Start at {@link CanaryRollback}.
 */
@NullMarked
package io.tollgate.controlplane.canary;

import org.jspecify.annotations.NullMarked;
