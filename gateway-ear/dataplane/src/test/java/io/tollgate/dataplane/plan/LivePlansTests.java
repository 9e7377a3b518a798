package io.tollgate.dataplane.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.dataplane.plan.LivePlans.Admission;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.UsagePlan;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LivePlansTests {
    private static final String STAGE = "api:dev";
    private static final QuotaStore NO_QUOTAS = new QuotaStore() {
        @Override
        public long lease(Account account, long wanted) {
            throw new AssertionError("there is no quota here");
        }

        @Override
        public void giveBack(Account account, long unused) {
            throw new AssertionError("there is no quota here");
        }
    };

    private final LivePlans plans = new LivePlans(this::hash, NO_QUOTAS, Runnable::run, InstantSource.system());
    private int hashed;

    private String hash(String value) {
        hashed++;
        return "#" + value;
    }

    @BeforeEach
    void aPlan() {
        plans.put(new LivePlan(
                new UsagePlan("p", "gold", null, List.of(new ApiStage("api", "dev", null)), null, null, null)));
    }

    private static LiveKey key(String id, long expiresAt, LiveKey.Value... values) {
        return new LiveKey(id, List.of(values), true, expiresAt, List.of("p"));
    }

    private static LiveKey.Value own(String value) {
        return new LiveKey.Value("#" + value, LiveKey.NEVER);
    }

    private static LiveKey.Value replaced(String value, long until) {
        return new LiveKey.Value("#" + value, until);
    }

    private boolean admits(String value, long millis) {
        return plans.admit(value, STAGE, millis) != null;
    }

    @ParameterizedTest
    @CsvSource({"999, true", "1000, false", "1001, false"})
    void a_key_ends_at_its_instant(long millis, boolean admitted) {
        plans.put(key("k", 1000, own("v")));
        assertThat(admits("v", millis)).isEqualTo(admitted);
    }

    @Test
    void an_end_that_is_moved_or_taken_away_counts_at_once() {
        plans.put(key("k", 1000, own("v")));
        plans.put(key("k", 3000, own("v")));
        assertThat(admits("v", 2000)).isTrue();
        plans.put(key("k", LiveKey.NEVER, own("v")));
        assertThat(admits("v", Long.MAX_VALUE - 1)).isTrue();
    }

    @Test
    void a_replaced_value_works_until_its_grace_ends_and_the_new_one_goes_on() {
        plans.put(key("k", LiveKey.NEVER, own("new"), replaced("old", 1000)));
        assertThat(admits("old", 999)).isTrue();
        assertThat(admits("old", 1000)).isFalse();
        assertThat(admits("new", 1000)).isTrue();
    }

    @Test
    void grace_does_not_outlive_the_key() {
        plans.put(key("k", 500, own("new"), replaced("old", 1000)));
        assertThat(admits("old", 500)).isFalse();
        assertThat(admits("new", 500)).isFalse();
    }

    @Test
    void all_values_of_a_key_count_on_the_same_membership() {
        plans.put(key("k", LiveKey.NEVER, own("new"), replaced("old", 1000)));
        Admission first = Objects.requireNonNull(plans.admit("old", STAGE, 0));
        Admission second = Objects.requireNonNull(plans.admit("new", STAGE, 0));
        assertThat(first.membership()).isSameAs(second.membership());
    }

    @Test
    void no_value_of_a_disabled_key_works() {
        plans.put(new LiveKey("k", List.of(own("new"), replaced("old", 1000)), false, LiveKey.NEVER, List.of("p")));
        assertThat(admits("new", 0)).isFalse();
        assertThat(admits("old", 0)).isFalse();
    }

    @Test
    void a_value_that_a_key_gave_up_may_be_another_keys() {
        plans.put(key("one", LiveKey.NEVER, own("new"), replaced("v", 1000)));
        plans.put(key("two", LiveKey.NEVER, own("v")));
        plans.put(key("one", LiveKey.NEVER, own("new")));
        assertThat(Objects.requireNonNull(plans.admit("v", STAGE, 2000)).key().id())
                .isEqualTo("two");
    }

    @Nested
    class A_value_that_was_admitted_a_moment_ago {

        @BeforeEach
        void admitted() {
            plans.put(key("k", 1000, own("v")));
            assertThat(admits("v", 0)).isTrue();
        }

        @Test
        void is_not_hashed_again() {
            int before = hashed;
            assertThat(plans.admit("v", STAGE, 1)).isSameAs(plans.admit("v", STAGE, 2));
            assertThat(hashed).isEqualTo(before);
        }

        @Test
        void ends_at_its_instant() {
            assertThat(admits("v", 1000)).isFalse();
        }

        @Test
        void does_not_let_other_values_or_stages_in() {
            assertThat(admits("w", 0)).isFalse();
            assertThat(plans.admit("v", "api:prod", 0)).isNull();
        }

        @Test
        void is_not_known_any_more_when_its_key_is_disabled_or_gone() {
            plans.put(new LiveKey("k", List.of(own("v")), false, LiveKey.NEVER, List.of("p")));
            assertThat(admits("v", 0)).isFalse();
            plans.put(key("k", 1000, own("v")));
            assertThat(admits("v", 0)).isTrue();
            plans.removeKey("k");
            assertThat(admits("v", 0)).isFalse();
        }

        @Test
        void is_not_known_any_more_when_its_plan_changes_or_is_gone() {
            LivePlan changed = new LivePlan(
                    new UsagePlan("p", "silver", null, List.of(new ApiStage("api", "dev", null)), null, null, null));
            plans.put(changed);
            assertThat(plans.admit("v", STAGE, 0)).extracting(Admission::plan).isSameAs(changed);
            plans.removePlan("p");
            assertThat(admits("v", 0)).isFalse();
        }

        @Test
        void is_not_known_any_more_when_all_is_replaced() {
            plans.replaceAll(List.of(), List.of());
            assertThat(admits("v", 0)).isFalse();
        }
    }

    @Test
    void a_value_that_was_refused_is_hashed_each_time() {
        int before = hashed;
        assertThat(admits("unknown", 0)).isFalse();
        assertThat(admits("unknown", 0)).isFalse();
        assertThat(hashed).isEqualTo(before + 2);
    }

    @Test
    void a_key_that_is_gone_takes_all_its_values_along() {
        plans.put(key("k", LiveKey.NEVER, own("new"), replaced("old", 1000)));
        plans.removeKey("k");
        assertThat(admits("new", 0)).isFalse();
        assertThat(admits("old", 0)).isFalse();
    }
}
