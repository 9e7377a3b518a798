package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.Limit;
import io.tollgate.dataplane.limit.Quota;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key in a plan: its buckets, its quota and the count of its calls. They outlive changes of the plan. Thread-safe. */
public final class Membership {

    /** Makes the limits of memberships. */
    interface Maker {
        /** A bucket by a name. */
        Bucket bucket(String name, Limit limit);

        /** A quota. */
        Quota quota(String planId, String keyId, QuotaSettings settings);
    }

    private record Limits(
            LivePlan plan,
            @Nullable Bucket bucket,
            Map<String, Bucket> methods,
            @Nullable Quota quota) {}

    private final String planId;
    private final String keyId;
    private final Maker maker;
    private final UsageCounter calls = new UsageCounter();
    private volatile @Nullable Limits limits;

    Membership(String planId, String keyId, Maker maker) {
        this.planId = planId;
        this.keyId = keyId;
        this.maker = maker;
    }

    /** The plan's id. */
    public String planId() {
        return planId;
    }

    /** The key's id. */
    public String keyId() {
        return keyId;
    }

    /** The count of admitted calls. */
    public UsageCounter calls() {
        return calls;
    }

    /** The bucket for a method, named {@code apiId:stage/path/VERB}: its own, else the plan's; null if there is none. */
    public @Nullable Bucket bucket(LivePlan plan, String method) {
        Limits current = limits(plan);
        Bucket own = current.methods().isEmpty() ? null : current.methods().get(method);
        return own == null ? current.bucket() : own;
    }

    /** The quota, or null. */
    public @Nullable Quota quota(LivePlan plan) {
        return limits(plan).quota();
    }

    /** The quota as last used, or null. */
    @Nullable Quota lastQuota() {
        Limits current = limits;
        return current == null ? null : current.quota();
    }

    private Limits limits(LivePlan plan) {
        Limits current = limits;
        return current != null && current.plan() == plan ? current : renew(plan);
    }

    private synchronized Limits renew(LivePlan live) {
        Limits old = limits;
        if (old != null && old.plan() == live) {
            return old;
        }
        UsagePlan plan = live.plan();
        Map<String, Bucket> methods = new HashMap<>();
        for (ApiStage stage : plan.apiStages()) {
            if (stage.throttle() != null) {
                stage.throttle().forEach((method, settings) -> {
                    String key = stage.key() + (method.startsWith("//") ? method.substring(1) : method);
                    Bucket bucket = bucket(old == null ? null : old.methods().get(key), key, settings);
                    if (bucket != null) {
                        methods.put(key, bucket);
                    }
                });
            }
        }
        QuotaSettings settings = plan.quota();
        Quota known = old == null ? null : old.quota();
        Quota quota = settings == null
                ? null
                : known != null && known.settings().equals(settings) ? known : maker.quota(planId, keyId, settings);
        Limits renewed =
                new Limits(live, bucket(old == null ? null : old.bucket(), "", plan.throttle()), methods, quota);
        limits = renewed;
        return renewed;
    }

    /** The old bucket if it has these settings, else a new one; null if they limit nothing. */
    private @Nullable Bucket bucket(@Nullable Bucket old, String method, @Nullable ThrottleSettings settings) {
        Limit limit = Limit.of(settings);
        if (limit == null) {
            return null;
        }
        return old != null && old.limit().equals(limit)
                ? old
                : maker.bucket("plan " + planId + "/" + keyId + " " + method, limit);
    }
}
