package io.tollgate.dataplane.plan;

import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.UsagePlan;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A usage plan as this node knows it. Immutable. */
public final class LivePlan {
    private final UsagePlan plan;
    private final Map<String, ApiStage> stages;

    /** A plan by its definition. */
    public LivePlan(UsagePlan plan) {
        this.plan = plan;
        this.stages = plan.apiStages().stream().collect(Collectors.toMap(ApiStage::key, Function.identity()));
    }

    /** The plan's id. */
    public String id() {
        return plan.id();
    }

    /** The definition. */
    public UsagePlan plan() {
        return plan;
    }

    /** Whether it has the stage, named {@code apiId:stage}. */
    public boolean covers(String stageKey) {
        return stages.containsKey(stageKey);
    }
}
