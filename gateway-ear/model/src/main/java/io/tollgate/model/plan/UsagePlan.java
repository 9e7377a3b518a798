package io.tollgate.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call which stages, how often and how much (features 6).
 *
 * @param id six lower-case letters and digits
 * @param name the name
 * @param description the description, or null
 * @param apiStages the stages that it covers
 * @param throttle the limit of each key over all stages, or null
 * @param quota the quota of each key over all stages, or null
 * @param productCode a marketplace product, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsagePlan(
        String id,
        String name,
        @Nullable String description,
        List<ApiStage> apiStages,
        @Nullable ThrottleSettings throttle,
        @Nullable QuotaSettings quota,
        @Nullable String productCode) {}
