package io.tollgate.controlplane.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.model.stage.CanarySettings;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in which a stage had one deployment and one canary.
 *
 * @param event what began it
 * @param deploymentId the stage's deployment, null after the stage was deleted
 * @param description the deployment's description, if it has one and still exists
 * @param canarySettings the canary, or null
 * @param from when it began, in ISO 8601
 * @param to when it ended; null if it has not
 * @param by the access key that did it, or {@code tollgate} for the gateway itself
 * @param requestId the call that did it
 * @param reason why the gateway did it; null if a caller did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        StageEvent event,
        @Nullable String deploymentId,
        @Nullable String description,
        @Nullable CanarySettings canarySettings,
        String from,
        @Nullable String to,
        String by,
        String requestId,
        @Nullable String reason) {}
