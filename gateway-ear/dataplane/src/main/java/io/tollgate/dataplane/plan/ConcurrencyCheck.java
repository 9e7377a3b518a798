package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.Level;

/** Holds calls back while too many others of the account are in progress. The gateway lets go of the permit. */
public final class ConcurrencyCheck {
    private static final Rejection EXCEEDED =
            Rejection.of(GatewayResponseType.THROTTLED, "the concurrency limit of the account is reached");

    private final Concurrency concurrency;
    private final boolean tells;

    /**
     * A check of the account's limit.
     *
     * @param tells whether answers tell callers of the limits
     */
    public ConcurrencyCheck(Concurrency concurrency, boolean tells) {
        this.concurrency = concurrency;
        this.tells = tells;
    }

    /** The step. */
    public Outcome check(Call call) {
        Concurrency.Permit permit = concurrency.enter();
        if (permit == null) {
            if (tells) {
                call.level(Level.busy(concurrency.share()));
            }
            return EXCEEDED;
        }
        call.permit(permit);
        return Outcome.Progress.GO_ON;
    }
}
