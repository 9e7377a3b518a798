package io.tollgate.dataplane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the parts of a request and of a response go: parameter mappings, and the overrides of templates (features 9.2). */
class MappingTests extends OnAGateway {

    private static Integration integration(String type, Map<String, String> mappings, Map<String, String> templates) {
        return new Integration(
                type,
                "POST",
                "http://b/{id}",
                null,
                null,
                null,
                mappings,
                templates,
                "WHEN_NO_MATCH",
                null,
                29_000,
                null,
                List.of(),
                Map.of("200", new IntegrationResponse("200", null, null, null, null)),
                null,
                null,
                null);
    }

    private void requestMapping(String type, String target, String source) {
        deploy(new Definitions()
                .variables(Map.of("v", "variable"))
                .method(
                        "POST",
                        "/p/{id}",
                        integration(type, Map.of("integration.request." + target, source), Map.of())));
    }

    private void requestTemplate(String template, Map<String, String> mappings) {
        deploy(new Definitions()
                .method("POST", "/p/{id}", integration("HTTP", mappings, Map.of("application/json", template))));
    }

    @Nested
    class A_request {
        private static final String BODY = "{\"s\":\"text\",\"n\":12345678901234,\"r\":1.50,\"b\":true,\"x\":null,"
                + "\"o\":{\"k\":[1,\"l\"]},\"a\":[1,\"two\"]}";

        private int send(String body) {
            return call(
                            "POST",
                            "/test/p/a%2Fb?q=1&q=l%20a+s%26t&none",
                            Body.of(bytes(body)),
                            "X-H",
                            "first",
                            "X-H",
                            "last",
                            "x-lower",
                            "low")
                    .status();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
                method.request.path.id               | a%2Fb
                method.request.path.none             | -
                method.request.querystring.q         | l a s&t
                method.request.querystring.Q         | -
                method.request.querystring.none      | ~~
                method.request.multivaluequerystring.q | 1,l a s&t
                method.request.header.X-H            | last
                method.request.header.X-Lower        | -
                method.request.header.x-lower        | low
                method.request.multivalueheader.X-H  | first,last
                method.request.body.s                | text
                method.request.body.n                | 12345678901234
                method.request.body.r                | 1.5
                method.request.body.b                | true
                method.request.body.x                | -
                method.request.body.none.deep        | -
                method.request.body.o                | {"k":[1,"l"]}
                method.request.body.a[1]             | two
                method.request.body.a                | [1,"two"]
                stageVariables.v                     | variable
                stageVariables.none                  | -
                context.stage                        | test
                context.identity.sourceIp            | 127.0.0.1
                context.identity                     | -
                context.none                         | -
                'it's'                               | it's
                """)
        void gives_a_field_of_the_integration_what_the_source_has(String source, String value) {
            requestMapping("HTTP", "header.to", source);
            assertThat(send(BODY)).isEqualTo(200);
            assertThat(sent.getFirst().headers().all("to")).isEqualTo(value == null ? List.of() : List.of(value));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                HTTP       | method.request.querystring.q           | http://b/a%2Fb?to=l%20a%20s%26t
                HTTP       | method.request.multivaluequerystring.q | http://b/a%2Fb?to=1&to=l%20a%20s%26t
                HTTP       | method.request.querystring.nothing     | http://b/a%2Fb
                HTTP_PROXY | 'fix'                                  | http://b/a%2Fb?q=1&q=l%20a+s%26t&none&to=fix
                """)
        void gives_a_parameter_of_the_integration_what_the_source_has(String type, String source, String uri) {
            deploy(new Definitions()
                    .method(
                            "POST",
                            "/p/{id}",
                            integration(type, Map.of("integration.request.querystring.to", source), Map.of())));
            assertThat(send("")).isEqualTo(200);
            assertThat(sent.getFirst().uri()).isEqualTo(uri);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                method.request.querystring.q | http://b/l%20a%20s&t
                method.request.body.s        | http://b/text
                'a b?c#d'                    | http://b/a%20b%3Fc%23d
                method.request.header.none   | http://b/a%2Fb
                """)
        void gives_the_path_of_the_integration_what_the_source_has(String source, String uri) {
            requestMapping("HTTP", "path.id", source);
            assertThat(send(BODY)).isEqualTo(200);
            assertThat(sent.getFirst().uri()).isEqualTo(uri);
        }

        @ParameterizedTest
        @CsvSource({"'',{}", "plain,plain", "{},{}"})
        void has_an_empty_object_for_a_body_where_it_has_none(String body, String value) {
            requestMapping("HTTP", "header.to", "method.request.body");
            assertThat(send(body)).isEqualTo(200);
            assertThat(sent.getFirst().headers().get("to")).isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource({"'{bad',400", "plain,200", "'',200"})
        void is_refused_if_its_body_begins_as_JSON_and_is_none(String body, int status) {
            requestMapping("HTTP", "header.to", "method.request.body.s");
            assertThat(send(body)).isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Content-Length", "transfer-encoding", "X-Amzn-Trace-Id", "X-Amzn-Apigateway-Api-Id"})
        void may_not_set_the_fields_that_are_the_gateways_own(String name) {
            requestMapping("HTTP_PROXY", "header." + name, "'v'");
            assertThat(send("")).isEqualTo(500);
            requestTemplate("#set($context.requestOverride.header[\"" + name + "\"] = 'v')", Map.of());
            assertThat(send("")).isEqualTo(500);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Connection", "Expect", "Proxy-Authenticate", "TE", "Via"})
        void sets_the_fields_of_one_connection_in_vain(String name) {
            requestMapping("HTTP", "header." + name, "'v'");
            assertThat(send("")).isEqualTo(200);
            requestTemplate("#set($context.requestOverride.header[\"" + name + "\"] = 'v')", Map.of());
            assertThat(send("")).isEqualTo(200);
            assertThat(sent).hasSize(2).allMatch(request -> request.headers().get(name) == null);
        }

        @Test
        void has_the_overrides_of_its_template_in_place_of_mappings() {
            requestTemplate(
                    """
                    #set($context.requestOverride.header.x-to = $input.path('$.s'))
                    #set($context.requestOverride.header.Many = ["a", "b"])
                    #set($context.requestOverride.header.Nothing = $input.path('$.none'))
                    #set($context.requestOverride.querystring.to = ["1", "2 3"])
                    #set($context.requestOverride.path.id = "a b/c")
                    {}""",
                    Map.of(
                            "integration.request.header.X-To", "'mapped'",
                            "integration.request.querystring.to", "'mapped'",
                            "integration.request.path.id", "'mapped'"));
            assertThat(send(BODY)).isEqualTo(200);
            IntegrationRequest request = sent.getFirst();
            assertThat(request.uri()).isEqualTo("http://b/a%20b/c?to=1&to=2%203");
            assertThat(request.headers().all("X-To")).containsExactly("text");
            assertThat(request.headers().all("Many")).containsExactly("a,b");
            assertThat(request.headers().contains("Nothing")).isFalse();
        }
    }

    @Nested
    class A_response {

        private static Integration http(Map<String, IntegrationResponse> responses) {
            return new Integration(
                    "HTTP",
                    "GET",
                    "http://b/p",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "WHEN_NO_MATCH",
                    null,
                    29_000,
                    null,
                    List.of(),
                    responses,
                    null,
                    null,
                    null);
        }

        private Answer answer(Map<String, String> mappings, String template, Headers headers, String body) {
            IntegrationResponse only =
                    new IntegrationResponse("200", null, mappings, Map.of("application/json", template), null);
            deploy(new Definitions().variables(Map.of("v", "variable")).method("GET", "/p", http(Map.of("200", only))));
            backend = request -> CompletableFuture.completedFuture(
                    new io.tollgate.spi.integration.IntegrationResponse(200, headers, Body.of(bytes(body))));
            return call("GET", "/test/p");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
                integration.response.header.X-A           | 2
                integration.response.header.x-a           | -
                integration.response.multivalueheader.X-A | 1,2
                integration.response.body                 | {"s":"text","o":{"k":1}}
                integration.response.body.s               | text
                integration.response.body.o               | {"k":1}
                integration.response.body.none            | -
                stageVariables.v                          | variable
                context.httpMethod                        | GET
                'fix'                                     | fix
                """)
        void has_in_a_field_what_the_source_has(String source, String value) {
            Answer answer = answer(
                    Map.of("method.response.header.to", source),
                    "x",
                    Headers.of("X-A", "1", "X-A", "2"),
                    "{\"s\":\"text\",\"o\":{\"k\":1}}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().all("to")).isEqualTo(value == null ? List.of() : List.of(value));
        }

        @ParameterizedTest
        @CsvSource({"200, 200", "204, 204", "299, 200", "404, 404", "500, 201"})
        void is_the_one_with_the_backends_own_status_among_those_that_match(int backends, int answered) {
            Map<String, IntegrationResponse> choices = Map.of(
                    "200", new IntegrationResponse("200", "2\\d\\d", null, null, null),
                    "201", new IntegrationResponse("201", null, null, null, null),
                    "204", new IntegrationResponse("204", "2..", null, null, null),
                    "404", new IntegrationResponse("404", "4.*", null, null, null));
            Map<String, MethodResponse> declared = new TreeMap<>();
            choices.keySet().forEach(code -> declared.put(code, new MethodResponse(code, null, null)));
            deploy(new Definitions().method("GET", "/p", http(choices), declared));
            backend = request -> CompletableFuture.completedFuture(
                    new io.tollgate.spi.integration.IntegrationResponse(backends, new Headers(), Body.EMPTY));
            assertThat(call("GET", "/test/p").status()).isEqualTo(answered);
        }

        @Test
        void whose_body_begins_as_JSON_and_is_none_cannot_be_mapped() {
            Map<String, String> mappings = Map.of("method.response.header.to", "integration.response.body.s");
            assertThat(answer(mappings, "x", new Headers(), "{bad").status()).isEqualTo(500);
            assertThat(answer(mappings, "x", new Headers(), "plain").status()).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                X-Own,             X-Own
                Set-Cookie,        Set-Cookie
                Content-Type,      Content-Type
                Server,            x-amzn-Remapped-Server
                Date,              x-amzn-Remapped-Date
                Content-Length,    x-amzn-Remapped-Content-Length
                WWW-Authenticate,  x-amzn-Remapped-WWW-Authenticate
                x-amzn-RequestId,  x-amzn-Remapped-x-amzn-RequestId
                Transfer-Encoding, -
                """)
        void has_the_fields_of_mappings_and_overrides_under_names_that_are_theirs(String name, String onTheWire) {
            Answer mapped = answer(Map.of("method.response.header." + name, "'v'"), "x", new Headers(), "");
            Answer overridden = answer(
                    Map.of(), "#set($context.responseOverride.header[\"" + name + "\"] = 'v')x", new Headers(), "");
            for (Answer answer : List.of(mapped, overridden)) {
                if (onTheWire == null) {
                    assertThat(answer.headers().contains(name)).isFalse();
                } else {
                    assertThat(answer.headers().all(onTheWire)).containsExactly("v");
                }
                assertThat(answer.headers().all("x-amzn-RequestId")).hasSize(1);
            }
        }
    }
}
