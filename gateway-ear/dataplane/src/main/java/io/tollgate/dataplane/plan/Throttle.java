package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Quota;
import io.tollgate.dataplane.plan.LivePlans.Admission;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Holds calls back that come too often: first the plan's limit of the key, for the method or for all, then the stage's
 * limit of the method, then the account's; then the key's quota (features 6.1, 6.2). A call is let in only if every bucket
 * has a token. What is let in is counted.
 */
public final class Throttle {
    private static final CompletionStage<Outcome> GO_ON = CompletableFuture.completedFuture(Outcome.Progress.GO_ON);
    private static final CompletionStage<Outcome> EXCEEDED = CompletableFuture.completedFuture(
            Rejection.of(GatewayResponseType.QUOTA_EXCEEDED, "Usage Plan quota of the API Key is used up"));

    private final String method;
    private final @Nullable Bucket ofStage;
    private final @Nullable Bucket ofAccount;

    /**
     * The throttle of a method.
     *
     * @param method {@code apiId:stage/path/VERB}
     * @param ofStage the bucket of the method in its stage, or null
     * @param ofAccount the account's bucket, or null
     */
    public Throttle(String method, @Nullable Bucket ofStage, @Nullable Bucket ofAccount) {
        this.method = method;
        this.ofStage = ofStage;
        this.ofAccount = ofAccount;
    }

    /** Whether calls without a key are never held back. */
    public boolean isEmpty() {
        return ofStage == null && ofAccount == null;
    }

    /** The step of a method without API key. */
    public Outcome check(Call call) {
        return take(null);
    }

    private Outcome take(@Nullable Bucket ofPlan) {
        if (ofPlan != null && !ofPlan.take()) {
            return throttled("of the usage plan");
        }
        if (ofStage != null && !ofStage.take()) {
            giveBack(ofPlan);
            return throttled("of the method in its stage");
        }
        if (ofAccount != null && !ofAccount.take()) {
            giveBack(ofPlan);
            giveBack(ofStage);
            return throttled("of the account");
        }
        return Outcome.Progress.GO_ON;
    }

    private static void giveBack(@Nullable Bucket bucket) {
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    private static Rejection throttled(String level) {
        return Rejection.of(GatewayResponseType.THROTTLED, "the rate limit " + level + " is exceeded");
    }

    /** The step of a method with API key. */
    public CompletionStage<Outcome> checkWithKey(Call call) {
        Admission admission = call.requireAdmission();
        Membership membership = admission.membership();
        Outcome rate = take(membership.bucket(admission.plan(), method));
        if (rate != Outcome.Progress.GO_ON) {
            return CompletableFuture.completedFuture(rate);
        }
        Quota quota = membership.quota(admission.plan());
        if (quota == null) {
            membership.calls().count(call.arrivedMillis());
            return GO_ON;
        }
        return quota.take().thenCompose(let -> {
            if (!let) {
                return EXCEEDED;
            }
            membership.calls().count(call.arrivedMillis());
            return GO_ON;
        });
    }
}
