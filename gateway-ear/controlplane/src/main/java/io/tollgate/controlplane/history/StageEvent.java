package io.tollgate.controlplane.history;

import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import org.jspecify.annotations.Nullable;

/** What happened to a stage's deployments. */
public enum StageEvent {
    /** The stage was made. */
    CREATED,
    /** A deployment became live that had not been before. */
    DEPLOYED,
    /** The canary's deployment became the stage's. */
    PROMOTED,
    /** A deployment became live again. */
    ROLLED_BACK,
    /** The canary got a deployment. */
    CANARY_DEPLOYED,
    /** The canary's share, variables or use of the cache changed. */
    CANARY_CHANGED,
    /** The gateway took the canary's share away by itself. */
    CANARY_ROLLED_BACK,
    /** The canary was removed. */
    CANARY_REMOVED,
    /** The stage was deleted. */
    DELETED;

    /**
     * What a change of a stage is, or null if it left deployments and canary as they were.
     *
     * @param wasLive whether the new deployment has been live on this stage earlier
     */
    static @Nullable StageEvent of(Stage before, Stage after, boolean wasLive) {
        CanarySettings canary = before.canarySettings();
        if (!before.deploymentId().equals(after.deploymentId())) {
            if (canary != null && canary.deploymentId().equals(after.deploymentId())) {
                return PROMOTED;
            }
            return wasLive ? ROLLED_BACK : DEPLOYED;
        }
        CanarySettings now = after.canarySettings();
        if (now == null) {
            return canary == null ? null : CANARY_REMOVED;
        }
        if (canary == null || !canary.deploymentId().equals(now.deploymentId())) {
            return CANARY_DEPLOYED;
        }
        return canary.equals(now) ? null : CANARY_CHANGED;
    }
}
