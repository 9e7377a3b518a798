package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.dataplane.plan.UsageCounter;
import io.tollgate.model.plan.ApiStage;
import io.tollgate.model.plan.QuotaSettings;
import io.tollgate.model.plan.ThrottleSettings;
import io.tollgate.model.plan.UsagePlan;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTests extends OnAGateway {
    @Nested
    class A_method_that_needs_a_key {

        private void plan(String stage) {
            plans.put(new LivePlan(new UsagePlan(
                    "plan1", "gold", null, List.of(new ApiStage("api1234567", stage, null)), null, null, null)));
        }

        private void key(boolean enabled) {
            plans.put(new LiveKey("key1", "hash of the-value", enabled, List.of("plan1")));
        }

        private int calledWith(String... headers) {
            deploy(new Definitions().methodWithKey("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            Answer answer = call("GET", "/test/pets", headers);
            if (answer.status() == 403) {
                assertThat(text(answer)).isEqualTo("{\"message\":\"Forbidden\"}");
                assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("ForbiddenException");
            }
            return answer.status();
        }

        @Test
        void lets_an_enabled_key_of_a_plan_with_the_stage_in() {
            plan("test");
            key(true);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(200);
        }

        @Test
        void refuses_a_missing_or_unknown_key() {
            plan("test");
            key(true);
            assertThat(calledWith()).isEqualTo(403);
            assertThat(calledWith("x-api-key", "other")).isEqualTo(403);
        }

        @Test
        void refuses_a_disabled_key() {
            plan("test");
            key(false);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(403);
        }

        @Test
        void refuses_a_key_whose_plans_lack_the_stage() {
            plan("other");
            key(true);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(403);
        }

        @Test
        void answers_limit_exceeded_when_the_quota_is_used_up() {
            plans.put(new LivePlan(new UsagePlan(
                    "plan1",
                    "gold",
                    null,
                    List.of(new ApiStage("api1234567", "test", null)),
                    null,
                    new QuotaSettings(1, 0, "DAY"),
                    null)));
            key(true);
            deploy(new Definitions().methodWithKey("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            Answer answer = call("GET", "/test/pets", "x-api-key", "the-value");
            assertThat(answer.status()).isEqualTo(429);
            assertThat(text(answer)).isEqualTo("{\"message\":\"Limit Exceeded\"}");
            assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("LimitExceededException");
        }

        @Test
        void answers_too_many_requests_beyond_the_plans_burst_and_counts_the_others() {
            plans.put(new LivePlan(new UsagePlan(
                    "plan1",
                    "gold",
                    null,
                    List.of(new ApiStage("api1234567", "test", null)),
                    new ThrottleSettings(2, 0.001),
                    null,
                    null)));
            key(true);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(200);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(200);
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(429);
            assertThat(plans.memberships().iterator().next().calls().drain())
                    .containsExactly(new UsageCounter.Count(20455, 2));
        }

        @Test
        void refuses_a_key_that_was_removed() {
            plan("test");
            key(true);
            plans.removeKey("key1");
            assertThat(calledWith("x-api-key", "the-value")).isEqualTo(403);
        }
    }

    @Nested
    class A_call_that_is_not_for_a_live_method {

        @Test
        void gets_missing_authentication_token_for_an_unknown_path() {
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            Answer answer = call("GET", "/test/cats");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(text(answer)).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
            assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
            assertThat(answer.headers().get("x-amzn-RequestId")).hasSize(36);
            assertThat(answer.headers().get("x-amz-apigw-id")).hasSize(16).endsWith("=");
        }

        @Test
        void gets_forbidden_for_an_unknown_stage_or_api() {
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            Answer answer = call("GET", "/other/pets");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(text(answer)).isEqualTo("{\"message\":\"Forbidden\"}");
            assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("ForbiddenException");
        }

        @Test
        void gets_the_health_answer_before_any_stage_is_looked_up() {
            assertThat(text(call("GET", "/ping"))).isEqualTo("healthy");
            assertThat(call("GET", "/sping").status()).isEqualTo(200);
        }
    }

    @Nested
    class A_proxied_call {

        @Test
        void sends_the_verb_the_query_and_the_variables_of_the_client() {
            deploy(new Definitions()
                    .variables(Map.of("host", "backend.test"))
                    .method(
                            "GET",
                            "/pets/{id}",
                            integration("HTTP_PROXY", "http://${stageVariables.host}/p/{id}?a=1")));
            call("GET", "/test/pets/7%2F8?b=2&c", "User-Agent", "curl", "Host", "x", "Via", "1.1 y", "TE", "gzip");
            IntegrationRequest request = sent.get(0);
            assertThat(request.uri()).isEqualTo("http://backend.test/p/7%2F8?a=1&b=2&c");
            assertThat(request.headers().get("User-Agent")).isEqualTo("curl");
            assertThat(request.headers().get("X-Amzn-Apigateway-Api-Id")).isEqualTo("api1234567");
            assertThat(request.headers().get("X-Amzn-Trace-Id")).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
            assertThat(request.headers().contains("Host")).isFalse();
            assertThat(request.headers().contains("Via")).isFalse();
            assertThat(request.headers().contains("TE")).isFalse();
        }

        @Test
        void gets_the_backends_answer_with_the_connections_own_fields_renamed() {
            deploy(new Definitions().method("ANY", "/{proxy+}", integration("HTTP_PROXY", "http://b/{proxy}")));
            Answer answer = call("GET", "/test/anything");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(text(answer)).isEqualTo("hello");
            assertThat(answer.headers().get("x-amzn-Remapped-Server")).isEqualTo("stub");
            assertThat(answer.headers().contains("Server")).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "TIMEOUT, 504, Endpoint request timed out",
            "FAILURE, 500, Internal server error",
            "CONFIGURATION, 500, Internal server error",
            "MALFORMED_PROXY_RESPONSE, 502, Internal server error"
        })
        void fails_with_the_right_gateway_response(IntegrationException.Reason reason, int status, String message) {
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            backend = request -> CompletableFuture.failedFuture(new IntegrationException(reason, "as told"));
            Answer answer = call("GET", "/test/pets");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(text(answer)).isEqualTo("{\"message\": \"" + message + "\"}");
            assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("InternalServerErrorException");
        }

        @Test
        void survives_a_plugin_that_throws() {
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            backend = request -> {
                throw new IllegalStateException("broken plugin");
            };
            assertThat(call("GET", "/test/pets").status()).isEqualTo(500);
        }
    }

    @Nested
    class A_throttled_stage {

        private final MethodSetting one = new MethodSetting(
                false, null, false, 1, 0.001, false, 300, false, true, "SUCCEED_WITH_RESPONSE_HEADER");

        private int called(String path) {
            return call("GET", path).status();
        }

        @Test
        void holds_each_method_to_its_own_bucket_across_a_redeployment() {
            Definitions pets = new Definitions()
                    .settings(Map.of("*/*", one))
                    .method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets"))
                    .method("GET", "/cats", integration("HTTP_PROXY", "http://b/cats"));
            deploy(pets);
            assertThat(called("/test/pets")).isEqualTo(200);
            assertThat(called("/test/cats")).isEqualTo(200);
            Answer held = call("GET", "/test/pets");
            assertThat(held.status()).isEqualTo(429);
            assertThat(text(held)).isEqualTo("{\"message\":\"Too Many Requests\"}");
            assertThat(held.headers().get("x-amzn-ErrorType")).isEqualTo("TooManyRequestsException");
            deploy(pets);
            assertThat(called("/test/pets")).isEqualTo(429);
        }

        @Test
        void lets_a_method_with_settings_of_its_own_go_by_them() {
            MethodSetting free = new MethodSetting(
                    false, null, false, -1, -1, false, 300, false, true, "SUCCEED_WITH_RESPONSE_HEADER");
            deploy(new Definitions()
                    .settings(Map.of("*/*", one, "~1pets~1{id}/GET", free))
                    .method("GET", "/pets/{id}", integration("HTTP_PROXY", "http://b/pets")));
            assertThat(called("/test/pets/1")).isEqualTo(200);
            assertThat(called("/test/pets/1")).isEqualTo(200);
        }

        @Test
        void shares_the_accounts_bucket_among_all_methods() {
            buckets = new SharedBuckets(0.001, 1, STILL);
            deploy(new Definitions()
                    .method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets"))
                    .method("GET", "/cats", integration("HTTP_PROXY", "http://b/cats")));
            assertThat(called("/test/pets")).isEqualTo(200);
            assertThat(called("/test/cats")).isEqualTo(429);
        }
    }

    @Nested
    class A_customised_gateway_response {

        private Answer customised(GatewayResponse response, String path, String... headers) {
            deploy(new Definitions()
                    .variables(Map.of("team", "pets"))
                    .gatewayResponse(response)
                    .method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            return call("GET", path, headers);
        }

        @Test
        void has_its_status_headers_and_template() {
            Answer answer = customised(
                    new GatewayResponse(
                            "MISSING_AUTHENTICATION_TOKEN",
                            "404",
                            Map.of(
                                    "gatewayresponse.header.X-Fixed", "'yes'",
                                    "gatewayresponse.header.X-Id", "context.requestId",
                                    "gatewayresponse.header.X-Asked", "method.request.header.Asked",
                                    "gatewayresponse.header.X-Missing", "method.request.header.Nothing"),
                            Map.of(
                                    "application/json",
                                    "{\"m\":$context.error.messageString,\"t\":\"${context.error.responseType}\",\"team\":\"$stageVariables.team.\",\"none\":\"$context.nothing\"}"),
                            false),
                    "/test/cats",
                    "Asked",
                    "for");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(text(answer))
                    .isEqualTo("{\"m\":\"Missing Authentication Token\",\"t\":\"MISSING_AUTHENTICATION_TOKEN\","
                            + "\"team\":\"pets.\",\"none\":\"\"}");
            assertThat(answer.headers().get("X-Fixed")).isEqualTo("yes");
            assertThat(answer.headers().get("X-Id")).isEqualTo(answer.headers().get("x-amzn-RequestId"));
            assertThat(answer.headers().get("X-Asked")).isEqualTo("for");
            assertThat(answer.headers().contains("X-Missing")).isFalse();
            assertThat(answer.headers().get("x-amzn-ErrorType")).isEqualTo("MissingAuthenticationTokenException");
        }

        @Test
        void of_a_family_serves_types_without_their_own_and_keeps_their_status() {
            Answer answer = customised(
                    new GatewayResponse("DEFAULT_4XX", null, Map.of(), Map.of("text/xml", "<e/>"), false),
                    "/test/cats");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(text(answer)).isEqualTo("<e/>");
            assertThat(answer.headers().get("Content-Type")).isEqualTo("text/xml");
        }

        @Test
        void has_the_template_that_the_client_accepts() {
            GatewayResponse response = new GatewayResponse(
                    "DEFAULT_4XX", null, Map.of(), Map.of("application/json", "{}", "text/plain", "sorry"), false);
            assertThat(text(customised(response, "/test/cats", "Accept", "text/plain, */*")))
                    .isEqualTo("sorry");
            assertThat(text(customised(response, "/test/cats", "Accept", "image/png")))
                    .isEqualTo("{}");
        }

        @Test
        void without_a_status_has_the_listed_one() {
            backend = request ->
                    CompletableFuture.failedFuture(new IntegrationException(IntegrationException.Reason.FAILURE, "x"));
            GatewayResponse response = new GatewayResponse("INTEGRATION_FAILURE", null, Map.of(), Map.of(), false);
            assertThat(customised(response, "/test/pets").status()).isEqualTo(504);
        }
    }

    @Nested
    class A_method_that_cannot_work {

        @Test
        void answers_a_configuration_error_while_its_plugin_is_missing() {
            deploy(new Definitions().method("GET", "/f", integration("AWS_PROXY", "arn:aws:apigateway:x")));
            Answer answer = call("GET", "/test/f");
            assertThat(answer.status()).isEqualTo(500);
            assertThat(text(answer)).isEqualTo("{\"message\": \"Internal server error\"}");
        }
    }

    @Nested
    class A_swap {

        @Test
        void lets_calls_under_way_finish_and_closes_the_old_integrations_after_them() {
            CompletableFuture<IntegrationResponse> slow = new CompletableFuture<>();
            Definitions pets = new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets"));
            deploy(pets);
            backend = request -> slow;
            Incoming incoming = new Incoming(
                    "GET", "http", "api1234567.execute-api.x", "/test/pets", "", new Headers(), Body.EMPTY, "::1", 80);
            CompletableFuture<Answer> waiting = gateway.handle(incoming).toCompletableFuture();
            deploy(pets);
            assertThat(waiting).isNotDone();
            assertThat(closed).hasValue(0);
            slow.complete(new IntegrationResponse(204, new Headers(), Body.EMPTY));
            assertThat(waiting.join().status()).isEqualTo(204);
            assertThat(closed).hasValue(1);
        }

        @Test
        void of_an_idle_stage_closes_the_old_integrations_at_once() {
            Definitions pets = new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets"));
            deploy(pets);
            deploy(pets);
            assertThat(closed).hasValue(1);
            stages.remove("api1234567", "test");
            assertThat(closed).hasValue(2);
            assertThat(call("GET", "/test/pets").status()).isEqualTo(403);
        }
    }
}
