package io.tollgate.dataplane.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.Bucket;
import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThrottleTests {
    private final QuotaStore store = new QuotaStore() {
        @Override
        public long lease(Account account, long wanted) {
            return wanted;
        }

        @Override
        public void giveBack(Account account, long unused) {
            throw new AssertionError("nothing is given back here");
        }
    };
    private final LivePlans plans = new LivePlans(value -> "#" + value, store, Runnable::run, InstantSource.system());

    private static LivePlan plan(
            @Nullable ThrottleSettings all,
            @Nullable Map<String, ThrottleSettings> methods,
            @Nullable QuotaSettings quota) {
        return new LivePlan(
                new UsagePlan("p", "gold", null, List.of(new ApiStage("api", "dev", methods)), all, quota, null));
    }

    private LivePlans.Admission admitted(LivePlan plan) {
        plans.put(plan);
        plans.put(new LiveKey("k", "#v", true, List.of("p")));
        return Objects.requireNonNull(plans.admit("v", "api:dev", 0));
    }

    private static @Nullable Bucket bucket(LivePlans.Admission admission, String method) {
        return admission.membership().bucket(admission.plan(), method);
    }

    @Test
    void a_method_has_its_own_limit_or_the_plans() {
        LivePlans.Admission admission = admitted(plan(
                new ThrottleSettings(9, 9.0),
                Map.of("/pets/GET", new ThrottleSettings(1, 1.0), "//GET", new ThrottleSettings(2, 1.0)),
                null));
        assertThat(bucket(admission, "api:dev/pets/GET"))
                .extracting(Bucket::available)
                .isEqualTo(1);
        assertThat(bucket(admission, "api:dev/GET"))
                .extracting(Bucket::available)
                .isEqualTo(2);
        assertThat(bucket(admission, "api:dev/pets/POST"))
                .extracting(Bucket::available)
                .isEqualTo(9);
    }

    @Test
    void a_change_of_the_plan_keeps_the_buckets_whose_limits_stay() {
        Bucket before = Objects.requireNonNull(
                bucket(admitted(plan(new ThrottleSettings(5, 1.0), null, null)), "api:dev/pets/GET"));
        before.take();
        LivePlans.Admission same = admitted(plan(new ThrottleSettings(5, 1.0), null, new QuotaSettings(5, 0, "DAY")));
        assertThat(bucket(same, "api:dev/pets/GET")).isSameAs(before);
        assertThat(same.membership().quota(same.plan())).isNotNull();
        LivePlans.Admission other = admitted(plan(new ThrottleSettings(6, 1.0), null, null));
        assertThat(bucket(other, "api:dev/pets/GET")).isNotSameAs(before);
        assertThat(other.membership().quota(other.plan())).isNull();
    }

    @Test
    void counts_are_kept_by_day_and_taken_away_once() {
        UsageCounter counter = new UsageCounter();
        counter.count(86_400_000L * 10 + 5);
        counter.count(86_400_000L * 10 + 6);
        counter.count(86_400_000L * 11);
        assertThat(counter.drain()).containsExactly(new UsageCounter.Count(10, 2), new UsageCounter.Count(11, 1));
        assertThat(counter.drain()).isEmpty();
        counter.restore(new UsageCounter.Count(10, 2));
        assertThat(counter.drain()).containsExactly(new UsageCounter.Count(10, 2));
    }
}
