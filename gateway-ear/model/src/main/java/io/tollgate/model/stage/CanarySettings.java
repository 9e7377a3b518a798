package io.tollgate.model.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A second deployment that takes a share of a stage's calls.
 *
 * @param percentTraffic 0 to 100
 * @param deploymentId the canary's deployment
 * @param stageVariableOverrides variables that differ from the stage's, or null
 * @param useStageCache whether the canary shares the stage's cache
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CanarySettings(
        double percentTraffic,
        String deploymentId,
        @Nullable Map<String, String> stageVariableOverrides,
        boolean useStageCache) {}
