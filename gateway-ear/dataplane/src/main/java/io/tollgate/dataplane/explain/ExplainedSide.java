package io.tollgate.dataplane.explain;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.SideReason;
import io.tollgate.model.stage.CanarySettings;
import org.jspecify.annotations.Nullable;

/**
 * Which side of a stage with a canary served an explained call, and why.
 *
 * @param side {@code canary} or {@code base}
 * @param reason why this one
 * @param percentTraffic the canary's share of the calls, 0 to 100
 * @param deploymentId the deployment that served the call
 */
public record ExplainedSide(String side, SideReason reason, double percentTraffic, String deploymentId) {

    /** The side of a call that has been routed; null if its stage has no canary, or if it has no stage. */
    static @Nullable ExplainedSide of(Call call) {
        LiveStage stage = call.liveStage();
        if (stage == null) {
            return null;
        }
        SideReason reason = stage.reason(call.side(), call.headers());
        CanarySettings settings = stage.document().stage().canarySettings();
        if (reason == null || settings == null) {
            return null;
        }
        String side = call.canary() ? "canary" : "base";
        return new ExplainedSide(side, reason, settings.percentTraffic(), stage.deploymentId(call.canary()));
    }
}
