package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RateLimitHeadersTests extends OnAGateway {
    private static final List<String> FIELDS =
            List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After");

    private void deployed(String told) {
        deploy(new Definitions()
                .options(Map.of("tollgate:rate-limit-headers", told))
                .method("GET", "/open", integration("HTTP_PROXY", "http://b/open"))
                .methodWithKey("GET", "/keyed", integration("HTTP_PROXY", "http://b/keyed")));
    }

    private void plan(@Nullable ThrottleSettings throttle, @Nullable QuotaSettings quota) {
        plans.put(new LivePlan(new UsagePlan(
                "p", "gold", null, List.of(new ApiStage("api1234567", "test", null)), throttle, quota, null)));
        plans.put(new LiveKey("k", "hash of the-value", true, List.of("p")));
    }

    private static List<String> told(Answer answer) {
        return FIELDS.stream()
                .map(field -> Objects.requireNonNullElse(answer.headers().get(field), "-"))
                .toList();
    }

    private List<String> keyed() {
        return told(call("GET", "/test/keyed", "x-api-key", "the-value"));
    }

    @Test
    void an_answer_tells_of_the_tightest_bucket_that_its_call_met() {
        buckets = new SharedBuckets(100, 50, STILL);
        plan(new ThrottleSettings(3, 0.001), null);
        deployed("true");
        assertThat(told(call("GET", "/test/open"))).containsExactly("50", "49", "1", "-");
        assertThat(keyed()).containsExactly("3", "2", "1000", "-");
        assertThat(keyed()).containsExactly("3", "1", "2000", "-");
    }

    @Test
    void a_throttled_call_learns_when_it_may_come_again() {
        plan(new ThrottleSettings(1, 0.1), null);
        deployed("true");
        assertThat(keyed()).containsExactly("1", "0", "10", "-");
        Answer refused = call("GET", "/test/keyed", "x-api-key", "the-value");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(told(refused)).containsExactly("1", "0", "10", "10");
    }

    @Test
    void a_used_up_quota_tells_its_limit_and_the_end_of_its_period() {
        plan(null, new QuotaSettings(500, 0, "DAY"));
        deployed("true");
        String untilMidnight = Long.toString(86_400 - (3 * 3_600 + 4 * 60 + 5));
        assertThat(keyed()).containsExactly("500", "0", untilMidnight, untilMidnight);
    }

    @Test
    void too_many_calls_at_once_may_come_again_in_a_second() {
        buckets = new SharedBuckets(0, 0, new Concurrency(1, () -> 1), Buckets.ofThisNode(STILL));
        deployed("true");
        backend = request -> new CompletableFuture<>();
        gateway.handle(new Incoming(
                "GET",
                "http",
                "api1234567.execute-api.localhost",
                "/test/open",
                "",
                new Headers(),
                Body.EMPTY,
                "127.0.0.1",
                8000));
        assertThat(told(call("GET", "/test/open"))).containsExactly("1", "0", "-", "1");
    }

    @Test
    void what_a_backend_says_is_replaced() {
        buckets = new SharedBuckets(100, 50, STILL);
        deployed("true");
        backend = request -> CompletableFuture.completedFuture(
                new IntegrationResponse(200, Headers.of("x-ratelimit-limit", "7"), Body.EMPTY));
        assertThat(call("GET", "/test/open").headers().all("X-RateLimit-Limit")).containsExactly("50");
    }

    @Test
    void nothing_is_told_where_no_limit_was_met_or_before_one_was() {
        plan(null, null);
        deployed("true");
        assertThat(Stream.of(
                        call("GET", "/test/open"),
                        call("GET", "/test/keyed"),
                        call("GET", "/test/nosuch"),
                        call("GET", "/test/keyed", "x-api-key", "the-value")))
                .allSatisfy(answer -> assertThat(told(answer)).containsOnly("-"));
    }

    @Test
    void nothing_is_told_unless_asked() {
        buckets = new SharedBuckets(100, 50, STILL);
        plan(new ThrottleSettings(1, 0.1), null);
        deployed("false");
        assertThat(keyed()).containsOnly("-");
        assertThat(keyed()).containsOnly("-");
    }
}
