package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Level;
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
    private final boolean tells;

    /**
     * The throttle of a method.
     *
     * @param method {@code apiId:stage/path/VERB}
     * @param ofStage the bucket of the method in its stage, or null
     * @param ofAccount the account's bucket, or null
     * @param tells whether answers tell callers of the limits
     */
    public Throttle(String method, @Nullable Bucket ofStage, @Nullable Bucket ofAccount, boolean tells) {
        this.method = method;
        this.ofStage = ofStage;
        this.ofAccount = ofAccount;
        this.tells = tells;
    }

    /** Whether calls without a key are never held back. */
    public boolean isEmpty() {
        return ofStage == null && ofAccount == null;
    }

    /** The step of a method without API key. */
    public Outcome check(Call call) {
        return take(call, null);
    }

    private Outcome take(Call call, @Nullable Bucket ofPlan) {
        if (ofPlan != null && !ofPlan.take()) {
            return throttled(call, ofPlan, "of the usage plan");
        }
        if (ofStage != null && !ofStage.take()) {
            giveBack(ofPlan);
            return throttled(call, ofStage, "of the method in its stage");
        }
        if (ofAccount != null && !ofAccount.take()) {
            giveBack(ofPlan);
            giveBack(ofStage);
            return throttled(call, ofAccount, "of the account");
        }
        if (tells) {
            call.level(Level.tightest(ofPlan, ofStage, ofAccount));
        }
        return Outcome.Progress.GO_ON;
    }

    private static void giveBack(@Nullable Bucket bucket) {
        if (bucket != null) {
            bucket.giveBack();
        }
    }

    private Rejection throttled(Call call, Bucket bucket, String level) {
        if (tells) {
            call.level(Level.empty(bucket));
        }
        return Rejection.of(GatewayResponseType.THROTTLED, "the rate limit " + level + " is exceeded");
    }

    /** The step of a method with API key. */
    public CompletionStage<Outcome> checkWithKey(Call call) {
        Admission admission = call.requireAdmission();
        Membership membership = admission.membership();
        Outcome rate = take(call, membership.bucket(admission.plan(), method));
        if (rate != Outcome.Progress.GO_ON) {
            return CompletableFuture.completedFuture(rate);
        }
        Quota quota = membership.quota(admission.plan());
        if (quota == null) {
            return counted(call, membership);
        }
        CompletionStage<Boolean> taken = quota.take();
        return taken == Quota.LET
                ? counted(call, membership)
                : taken.thenCompose(let -> let ? counted(call, membership) : exceeded(call, quota));
    }

    private static CompletionStage<Outcome> counted(Call call, Membership membership) {
        membership.calls().count(call.arrivedMillis());
        return GO_ON;
    }

    private CompletionStage<Outcome> exceeded(Call call, Quota quota) {
        if (tells) {
            call.level(Level.usedUp(quota.settings().limit(), quota.millisLeft()));
        }
        return EXCEEDED;
    }
}
