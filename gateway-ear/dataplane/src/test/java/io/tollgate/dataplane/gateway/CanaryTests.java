package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.explain.ExplainedSide;
import io.tollgate.dataplane.explain.Explanation;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.SideCounts;
import io.tollgate.dataplane.live.SideReason;
import io.tollgate.model.stage.CallTally;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two deployments of one stage (features 4.4). Calls choose their side by a header. */
class CanaryTests extends OnAGateway {
    private static final Map<String, String> BY_HEADER = Map.of("tollgate:canary-force-header", "X-Canary");
    private static final String TEMPLATE = "$context.isCanaryRequest/$context.deploymentId/$stageVariables.color/"
            + "$stageVariables.size/$stageVariables.taste";

    private final AtomicInteger made = new AtomicInteger();

    @BeforeEach
    void countAnswers() {
        backend = request -> CompletableFuture.completedFuture(
                new IntegrationResponse(200, new Headers(), Body.of(bytes("answer " + made.incrementAndGet()))));
    }

    private static CanarySettings canary(String deploymentId, boolean useStageCache) {
        return new CanarySettings(0, deploymentId, Map.of("color", "green", "taste", "sweet"), useStageCache);
    }

    private static Definitions pets() {
        return new Definitions()
                .variables(Map.of("color", "blue", "size", "big"))
                .options(BY_HEADER)
                .method("GET", "/pets", integration("HTTP", "http://b/pets", null, null, TEMPLATE));
    }

    private String sentFor(String side) {
        sent.clear();
        call("GET", "/test/pets", "X-Canary", side, "Content-Type", "application/json");
        byte[] body = sent.getFirst().body().read(1 << 20).toCompletableFuture().join();
        return new String(body, StandardCharsets.UTF_8);
    }

    private @Nullable ExplainedSide explained(Map<String, String> tags, double percent, String... headers) {
        deploy(pets().options(tags).canary(new CanarySettings(percent, "dep456", Map.of(), false), pets()));
        return explained(headers);
    }

    private @Nullable ExplainedSide explained(String... headers) {
        Explanation explanation = new Explanation(System::nanoTime);
        Incoming incoming = new Incoming(
                "GET",
                "https",
                "api1234567.execute-api.localhost",
                "/test/pets",
                "",
                Headers.of(headers),
                Body.EMPTY,
                "127.0.0.1",
                443);
        gateway.handle(incoming, explanation).toCompletableFuture().join();
        return explanation.side();
    }

    @Nested
    class What_explain_tells {
        private static final Map<String, String> BY_USER = Map.of("tollgate:canary-sticky", "header:X-User");

        @Test
        void is_the_side_that_a_header_asked_for() {
            assertThat(explained(BY_HEADER, 0, "X-Canary", "true"))
                    .isEqualTo(new ExplainedSide("canary", SideReason.FORCED, 0, "dep456"));
            assertThat(explained(BY_HEADER, 100, "X-Canary", "base"))
                    .isEqualTo(new ExplainedSide("base", SideReason.FORCED, 100, "dep123"));
        }

        @Test
        void is_the_side_on_which_a_caller_stays() {
            assertThat(explained(BY_USER, 100, "X-User", "me"))
                    .isEqualTo(new ExplainedSide("canary", SideReason.STICKY, 100, "dep456"));
            assertThat(explained(BY_USER, 100))
                    .extracting(ExplainedSide::reason)
                    .isEqualTo(SideReason.LOT);
        }

        @Test
        void is_the_side_that_was_drawn_by_lot() {
            assertThat(explained(Map.of(), 100)).isEqualTo(new ExplainedSide("canary", SideReason.LOT, 100, "dep456"));
            assertThat(explained(Map.of(), 1e-9)).isEqualTo(new ExplainedSide("base", SideReason.LOT, 1e-9, "dep123"));
        }

        @Test
        void is_the_base_while_the_canary_has_no_share() {
            assertThat(explained(BY_USER, 0, "X-User", "me"))
                    .isEqualTo(new ExplainedSide("base", SideReason.NO_SHARE, 0, "dep123"));
        }

        @Test
        void is_nothing_of_sides_where_there_is_no_canary() {
            deploy(pets());
            assertThat(explained("X-Canary", "true")).isNull();
        }
    }

    @Nested
    class What_templates_see {

        @Test
        void is_the_side_its_deployment_and_its_variables() {
            deploy(pets().canary(canary("dep456", false), pets()));
            assertThat(sentFor("base")).isEqualTo("false/dep123/blue/big/");
            assertThat(sentFor("canary")).isEqualTo("true/dep456/green/big/sweet");
        }

        @Test
        void is_the_side_even_if_both_have_one_deployment() {
            deploy(pets().canary(canary("dep123", false)));
            assertThat(sentFor("canary")).isEqualTo("true/dep123/green/big/sweet");
        }

        @Test
        void is_nothing_of_a_canary_where_there_is_none() {
            deploy(pets());
            assertThat(sentFor("canary")).isEqualTo("/dep123/blue/big/");
        }
    }

    @Nested
    class Deployments {

        @Test
        void route_by_their_own_resources() {
            Definitions other = new Definitions().method("GET", "/cats", integration("HTTP_PROXY", "http://b/cats"));
            deploy(pets().canary(canary("dep456", false), other));
            assertThat(call("GET", "/test/cats", "X-Canary", "true").status()).isEqualTo(200);
            assertThat(call("GET", "/test/pets", "X-Canary", "true").status()).isEqualTo(403);
            assertThat(call("GET", "/test/cats", "X-Canary", "false").status()).isEqualTo(403);
            assertThat(call("GET", "/test/pets", "X-Canary", "false").status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"0, hello base", "100, hello canary"})
        void get_all_calls_or_none(double percent, String expected) {
            backend = request -> CompletableFuture.completedFuture(
                    new IntegrationResponse(200, new Headers(), Body.of(bytes("hello " + request.uri()))));
            Definitions other = new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "canary"));
            deploy(new Definitions()
                    .method("GET", "/pets", integration("HTTP_PROXY", "base"))
                    .canary(new CanarySettings(percent, "dep456", null, false), other));
            assertThat(text(call("GET", "/test/pets"))).isEqualTo(expected);
        }
    }

    @Nested
    class The_cache {

        private String get(String side) {
            return text(call("GET", "/test/pets", "X-Canary", side));
        }

        private Definitions cached(String deploymentId, boolean useStageCache) {
            Definitions base = new Definitions()
                    .options(BY_HEADER)
                    .cached(0)
                    .method("GET", "/pets", integration("HTTP_PROXY", "http://b/p"));
            CanarySettings settings = new CanarySettings(50, deploymentId, null, useStageCache);
            return deploymentId.equals("dep123")
                    ? base.canary(settings)
                    : base.canary(
                            settings,
                            new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/p")));
        }

        @Test
        void is_shared_by_both_sides_of_one_deployment() {
            deploy(cached("dep123", true));
            assertThat(get("base")).isEqualTo("answer 1");
            assertThat(get("canary")).isEqualTo("answer 1");
        }

        @Test
        void keeps_the_answers_of_two_deployments_apart() {
            deploy(cached("dep456", true));
            assertThat(get("base")).isEqualTo("answer 1");
            assertThat(get("canary")).isEqualTo("answer 2");
            assertThat(get("canary")).isEqualTo("answer 2");
            assertThat(get("base")).isEqualTo("answer 1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"dep123", "dep456"})
        void is_not_used_by_a_canary_that_must_not(String deploymentId) {
            deploy(cached(deploymentId, false));
            assertThat(get("base")).isEqualTo("answer 1");
            assertThat(get("canary")).isEqualTo("answer 2");
            assertThat(get("canary")).isEqualTo("answer 3");
            assertThat(get("base")).isEqualTo("answer 1");
        }
    }

    @Nested
    class Counts_of_a_stage {

        private SideCounts counts() {
            LiveStage stage = stages.all().getFirst();
            return Objects.requireNonNull(stage.counts());
        }

        private void deployJudged(double percent) {
            deploy(new Definitions()
                    .canary(percent)
                    .options(Map.of("tollgate:canary-rollback", "5xx=1", "tollgate:canary-force-header", "X-Canary"))
                    .method("GET", "/pets", integration("HTTP_PROXY", "http://b/p")));
        }

        @Test
        void are_kept_by_side_until_they_are_drained() {
            deployJudged(100);
            call("GET", "/test/pets");
            backend = request -> CompletableFuture.failedFuture(
                    new IntegrationException(IntegrationException.Reason.FAILURE, "down"));
            call("GET", "/test/pets");
            call("GET", "/test/none");
            CallTally canary = counts().drain(true);
            assertThat(canary.calls()).isEqualTo(3);
            assertThat(canary.errors()).isEqualTo(1);
            assertThat(canary.measured()).isEqualTo(1);
            assertThat(counts().drain(true)).isEqualTo(CallTally.NONE);
            assertThat(counts().drain(false)).isEqualTo(CallTally.NONE);
        }

        @Test
        void leave_out_calls_whose_side_was_asked_for() {
            deployJudged(50);
            call("GET", "/test/pets", "X-Canary", "true");
            call("GET", "/test/pets", "X-Canary", "false");
            assertThat(counts().drain(true)).isEqualTo(CallTally.NONE);
            assertThat(counts().drain(false)).isEqualTo(CallTally.NONE);
        }

        @Test
        void are_not_made_where_nobody_asks_or_no_call_is_drawn() {
            deploy(pets().canary(50));
            assertThat(stages.all().getFirst().counts()).isNull();
            deployJudged(0);
            assertThat(stages.all().getFirst().counts()).isNull();
        }
    }
}
