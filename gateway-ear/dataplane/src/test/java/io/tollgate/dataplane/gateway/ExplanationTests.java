package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.explain.ExplainedStep;
import io.tollgate.dataplane.explain.ExplainedStep.Verdict;
import io.tollgate.dataplane.explain.Explanation;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What explain tells of calls that walk the pipeline of all calls. */
class ExplanationTests extends OnAGateway {
    private static final String KEY = "a-key-that-nobody-may-read";

    private final Explanation explanation = new Explanation(System::nanoTime);

    private Answer explain(String method, String path, Body body, String... headers) {
        int question = path.indexOf('?');
        Incoming incoming = new Incoming(
                method,
                "https",
                "api1234567.execute-api.localhost",
                question < 0 ? path : path.substring(0, question),
                question < 0 ? "" : path.substring(question + 1),
                Headers.of(headers),
                body,
                "127.0.0.1",
                443);
        return gateway.handle(incoming, explanation).toCompletableFuture().join();
    }

    private List<String> names() {
        return explanation.steps().stream()
                .map(step -> "  ".repeat(step.depth()) + step.name())
                .toList();
    }

    private ExplainedStep step(String name) {
        return explanation.steps().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_step_of_a_call_is_told_with_what_went_in_and_what_came_out() {
        deploy(new Definitions()
                .method(
                        "POST",
                        "/pets",
                        integration("HTTP", "http://b/p", null, null, "{\"id\": $input.json('$.id')}")));
        Answer answer =
                explain("POST", "/test/pets?a=1", Body.of(bytes("{\"id\":7}")), "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(names()).containsExactly("route", "read-body", "map-request", "integrate", "map-response");
        ExplainedStep mapped = step("map-request");
        assertThat(mapped.in().kind()).isEqualTo("request");
        assertThat(mapped.in().path()).isEqualTo("/test/pets");
        assertThat(mapped.in().query()).isEqualTo("a=1");
        assertThat(mapped.in().body()).isEqualTo("{\"id\":7}");
        assertThat(mapped.out().kind()).isEqualTo("integration request");
        assertThat(mapped.out().path()).isEqualTo("http://b/p");
        assertThat(mapped.out().body()).isEqualTo("{\"id\": 7}");
        assertThat(step("integrate").out().kind()).isEqualTo("integration response");
        assertThat(step("integrate").out().body()).isEqualTo("hello");
        assertThat(step("map-response").out().status()).isEqualTo(200);
        assertThat(explanation.steps()).allSatisfy(step -> {
            assertThat(step.verdict()).isEqualTo(Verdict.WENT_ON);
            assertThat(step.micros()).isNotNegative();
        });
    }

    @Test
    void the_steps_are_those_of_the_methods_pipeline() {
        deploy(new Definitions().methodWithKey("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
        List<String> compiled = stages.all()
                .getFirst()
                .deployment(false)
                .router()
                .match("/pets", "GET")
                .target()
                .pipeline()
                .names();
        accept(KEY);
        explain("GET", "/test/pets", Body.EMPTY, "x-api-key", KEY);
        assertThat(names()).startsWith("route").endsWith(compiled.toArray(String[]::new));
    }

    private void accept(String key) {
        plans.put(new LivePlan(
                new UsagePlan("p", "gold", null, List.of(new ApiStage("api1234567", "test", null)), null, null, null)));
        plans.put(new LiveKey("k", "hash of " + key, true, List.of("p")));
    }

    @Nested
    class A_refusal_is_told_with_its_reason {

        @Test
        void where_no_stage_is_live() {
            explain("GET", "/nowhere/pets", Body.EMPTY);
            assertThat(names()).containsExactly("route");
            assertThat(step("route").verdict()).isEqualTo(Verdict.REFUSED);
            assertThat(step("route").reason()).isEqualTo("no such API or stage is live here");
        }

        @Test
        void where_no_method_matches() {
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            explain("PUT", "/test/pets", Body.EMPTY);
            assertThat(step("route").type()).isEqualTo("MISSING_AUTHENTICATION_TOKEN");
            assertThat(step("route").reason()).isEqualTo("no method matches");
        }

        @Test
        void where_the_key_is_wrong() {
            deploy(new Definitions().methodWithKey("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            explain("GET", "/test/pets", Body.EMPTY, "x-api-key", KEY);
            assertThat(names()).endsWith("check-key");
            assertThat(step("check-key").type()).isEqualTo("INVALID_API_KEY");
            assertThat(step("check-key").reason()).contains("unknown");
        }

        @Test
        void where_a_template_fails() {
            deploy(new Definitions()
                    .method(
                            "POST",
                            "/pets",
                            integration("HTTP", "http://b/p", null, null, "#foreach($i in [1..1001])#end")));
            explain("POST", "/test/pets", Body.of(bytes("{}")), "Content-Type", "application/json");
            assertThat(step("map-request").reason()).contains("1000 items");
        }
    }

    @Test
    void a_step_that_breaks_is_told_as_failed() {
        deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
        backend = request -> {
            throw new StackOverflowError("the plugin recursed");
        };
        try {
            explain("GET", "/test/pets", Body.EMPTY);
        } catch (StackOverflowError expected) {
            assertThat(expected).hasMessage("the plugin recursed");
        }
        assertThat(step("integrate").verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void the_steps_behind_a_cache_are_told_too_and_a_hit_is_an_answer() {
        deploy(new Definitions().cached(0).method("GET", "/p", integration("HTTP_PROXY", "http://b/p")));
        explain("GET", "/test/p", Body.EMPTY);
        assertThat(names())
                .containsExactly("route", "measure-body", "cache", "  map-request", "  integrate", "  map-response");
        Explanation second = new Explanation(System::nanoTime);
        Incoming again = new Incoming(
                "GET",
                "https",
                "api1234567.execute-api.localhost",
                "/test/p",
                "",
                Headers.of(),
                Body.EMPTY,
                "127.0.0.1",
                443);
        gateway.handle(again, second).toCompletableFuture().join();
        ExplainedStep hit = second.steps().getLast();
        assertThat(hit.name()).isEqualTo("cache");
        assertThat(hit.verdict()).isEqualTo(Verdict.ANSWERED);
        assertThat(hit.out().body()).isEqualTo("hello");
    }

    @Nested
    class Secrets_are_masked {

        @Test
        void wherever_they_turn_up() {
            deploy(new Definitions()
                    .methodWithKey(
                            "POST",
                            "/pets",
                            integration(
                                    "HTTP",
                                    "http://b/p?k=" + "{key}",
                                    null,
                                    null,
                                    "{\"who\":\"$context.identity.apiKey\", \"auth\":\"$input.params('Authorization')\"}"
                                            + "#set($context.requestOverride.path.key = $context.identity.apiKey)")));
            accept(KEY);
            Answer answer = explain(
                    "POST",
                    "/test/pets?access_token=from-the-query&ok=shown",
                    Body.of(bytes("{\"password\":\"hunter2\",\"name\":\"visible\"}")),
                    "x-api-key",
                    KEY,
                    "Authorization",
                    "Bearer the-bearer-token",
                    "Cookie",
                    "session=the-cookie; theme=dark",
                    "Content-Type",
                    "application/json");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(explanation.steps() + " " + explanation.answer(answer))
                    .contains("shown", "visible", "********")
                    .doesNotContain(KEY, "the-bearer-token", "the-cookie", "from-the-query", "hunter2");
        }

        @Test
        void also_in_a_body_that_is_no_text() {
            deploy(new Definitions().method("POST", "/pets", integration("HTTP_PROXY", "http://b/p")));
            byte[] binary = bytes("x" + KEY + "x");
            binary[0] = (byte) 0xFF;
            explain("POST", "/test/pets", Body.of(binary), "x-api-key", KEY);
            assertThat(step("route").in().body()).isEmpty();
            assertThat(step("route").in().base64()).isTrue();
        }
    }

    @Test
    void a_body_that_streams_is_shown_once_it_has_passed() {
        deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
        backend = request -> CompletableFuture.completedFuture(
                new IntegrationResponse(200, Headers.of(), new Streaming(bytes("streamed"))));
        Answer answer = explain("GET", "/test/pets", Body.EMPTY);
        assertThat(step("integrate").out().body()).isEmpty();
        assertThat(text(answer)).isEqualTo("streamed");
        assertThat(step("integrate").out().body()).isEqualTo("streamed");
        assertThat(step("integrate").out().bodyLength()).isEqualTo(8);
    }

    @Test
    void a_body_that_is_no_text_is_shown_in_base_64() {
        deploy(new Definitions().method("POST", "/pets", integration("HTTP_PROXY", "http://b/p")));
        explain("POST", "/test/pets", Body.of(new byte[] {(byte) 0xFF, 0, 1}));
        assertThat(step("route").in().base64()).isTrue();
        assertThat(step("route").in().body()).isEqualTo("/wAB");
    }

    /** A body of unknown length. */
    private record Streaming(byte[] bytes) implements Body {
        @Override
        public long length() {
            return -1;
        }

        @Override
        public CompletionStage<byte[]> read(long limit) {
            return CompletableFuture.completedFuture(bytes);
        }

        @Override
        public void discard() {
            // Nothing is held.
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            Body.of(bytes).subscribe(subscriber);
        }
    }
}
