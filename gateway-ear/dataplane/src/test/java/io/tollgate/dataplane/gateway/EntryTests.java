package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of verbs and fields on their way in and out. */
class EntryTests extends OnAGateway {

    private void proxy(String verb, String endpointType) {
        deploy(new Definitions().endpointType(endpointType).method(verb, "/p", proxyAsSent()));
    }

    private static io.tollgate.model.restapi.Integration proxyAsSent() {
        io.tollgate.model.restapi.Integration plain = integration("HTTP_PROXY", "http://b/p");
        return new io.tollgate.model.restapi.Integration(
                plain.type(),
                "ANY",
                plain.uri(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                29_000,
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private List<String> sentFields() {
        List<String> fields = new ArrayList<>();
        IntegrationRequest request = sent.getLast();
        request.headers().forEach((name, value) -> fields.add(name + ": " + value));
        return fields;
    }

    @Nested
    class An_edge_optimized_API {

        @Test
        void capitalises_well_known_names_and_sorts_cookies() {
            proxy("GET", "EDGE");
            call(
                    "GET",
                    "/test/p",
                    "user-agent",
                    "curl",
                    "x-custom",
                    "kept",
                    "cookie",
                    "zebra=1; apple=2;mango",
                    "COOKIE",
                    "banana=3",
                    "authorization",
                    "Bearer x");
            assertThat(sentFields())
                    .containsSubsequence(
                            "User-Agent: curl",
                            "x-custom: kept",
                            "Cookie: apple=2; banana=3; mango; zebra=1",
                            "Authorization: Bearer x")
                    .noneMatch(field -> field.startsWith("cookie") || field.startsWith("COOKIE"));
        }

        @Test
        void leaves_a_request_that_needs_nothing_as_it_is() {
            proxy("GET", "EDGE");
            call("GET", "/test/p", "User-Agent", "curl", "accept", "*/*");
            assertThat(sentFields()).contains("User-Agent: curl", "accept: */*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGIONAL", "PRIVATE"})
    void other_APIs_get_names_and_cookies_as_they_were_sent(String type) {
        proxy("GET", type);
        call("GET", "/test/p", "user-agent", "curl", "cookie", "zebra=1; apple=2", "AUTHORIZATION", "Bearer x");
        assertThat(sentFields()).contains("user-agent: curl", "cookie: zebra=1; apple=2", "AUTHORIZATION: Bearer x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
    void any_covers_every_verb_and_hands_it_on(String verb) {
        proxy("ANY", "REGIONAL");
        assertThat(call(verb, "/test/p").status()).isEqualTo(200);
        assertThat(sent.getLast().method()).isEqualTo(verb);
    }

    @Test
    void head_is_not_implied_by_get() {
        proxy("GET", "REGIONAL");
        assertThat(call("HEAD", "/test/p").status()).isEqualTo(403);
    }

    @Test
    void a_verb_in_the_override_field_replaces_the_requests() {
        deploy(new Definitions()
                .method("PATCH", "/p", integration("HTTP", "http://b/patch"))
                .method("POST", "/p", integration("HTTP", "http://b/post")));
        assertThat(call("POST", "/test/p", "X-HTTP-Method-Override", "PATCH").status())
                .isEqualTo(200);
        assertThat(sent.getLast().uri()).isEqualTo("http://b/patch");
        assertThat(sentFields()).noneMatch(field -> field.startsWith("X-HTTP-Method-Override"));
        assertThat(call("POST", "/test/p", "X-HTTP-Method-Override", "DELETE").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP,200,true",
        "HTTP,500,false",
        "HTTP_PROXY,200,false",
        "MOCK,200,false",
    })
    void the_trace_id_is_on_answers_of_mapped_backends_only(String type, int status, boolean traced) {
        deploy(new Definitions()
                .method("GET", "/p", integration(type, "http://b/p", null, null, "{\"statusCode\": 200}")));
        if (status == 500) {
            backend = request -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
        }
        Answer answer = call("GET", "/test/p", "X-Amzn-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().all("X-Amzn-Trace-Id"))
                .isEqualTo(traced ? List.of("Root=1-5759e988-bd862e3fe1be46a994272793") : List.of());
        assertThat(answer.headers().get("x-amzn-RequestId")).isNotEmpty();
        assertThat(answer.headers().get("x-amz-apigw-id")).isNotEmpty();
        assertThat(answer.headers().contains("x-amzn-ErrorType")).isEqualTo(status == 500);
    }

    @ParameterizedTest
    @CsvSource({
        "Server,x-amzn-Remapped-Server",
        "Date,x-amzn-Remapped-Date",
        "Connection,x-amzn-Remapped-Connection",
        "content-length,x-amzn-Remapped-content-length",
        "x-amzn-RequestId,x-amzn-Remapped-x-amzn-RequestId",
        "WWW-Authenticate,WWW-Authenticate",
        "X-Own,X-Own",
    })
    void fields_that_a_proxied_backend_may_not_set_are_renamed(String name, String onTheWire) {
        proxy("GET", "REGIONAL");
        backend = request ->
                CompletableFuture.completedFuture(new IntegrationResponse(200, Headers.of(name, "value"), Body.EMPTY));
        assertThat(call("GET", "/test/p").headers().allExact(onTheWire)).containsExactly("value");
    }
}
