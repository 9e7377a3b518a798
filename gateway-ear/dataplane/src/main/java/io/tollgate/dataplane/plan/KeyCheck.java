package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.plan.LivePlans.Admission;

/**
 * Lets calls with a good API key go on: enabled, not expired, and in a plan that has the stage (features 6.3). Missing,
 * unknown, disabled, expired and unrelated keys get the same answer.
 */
public final class KeyCheck {
    private final LivePlans plans;
    private final String stageKey;
    private final boolean fromAuthorizer;

    /**
     * A check for a stage.
     *
     * @param stageKey {@code apiId:stage}
     * @param fromAuthorizer whether the authorizer shows the key's value, rather than the header {@code x-api-key}
     */
    public KeyCheck(LivePlans plans, String stageKey, boolean fromAuthorizer) {
        this.plans = plans;
        this.stageKey = stageKey;
        this.fromAuthorizer = fromAuthorizer;
    }

    /** The step. */
    public Outcome check(Call call) {
        String value =
                fromAuthorizer ? call.usageIdentifierKey() : call.headers().get("x-api-key");
        if (value == null || value.isEmpty()) {
            return Rejection.of(GatewayResponseType.INVALID_API_KEY, "API Key is required but none was shown");
        }
        Admission admission = plans.admit(value, stageKey, call.arrivedMillis());
        if (admission == null) {
            return Rejection.of(
                    GatewayResponseType.INVALID_API_KEY,
                    "API Key is unknown, disabled, expired or has no usage plan with this stage");
        }
        call.admitted(admission, value);
        return Outcome.Progress.GO_ON;
    }
}
