package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.spi.http.Body;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationTests extends OnAGateway {
    private static final String PET =
            "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}},\"required\":[\"name\"]}";

    private static Definitions pets() {
        return new Definitions()
                .model("Pet", PET)
                .validator(new RequestValidator("v1", "all", true, true))
                .method(
                        "/pets",
                        new Method(
                                "POST",
                                "NONE",
                                null,
                                false,
                                "v1",
                                null,
                                Map.of("method.request.querystring.q", true, "method.request.header.X-Id", true),
                                Map.of("application/json", "Pet"),
                                Map.of("200", new MethodResponse("200", null, null)),
                                integration("HTTP_PROXY", "http://b/pets"),
                                null));
    }

    private Answer post(String body) {
        return call("POST", "/test/pets?q=1", Body.of(bytes(body)), "X-Id", "7", "Content-Type", "application/json");
    }

    @Test
    void an_invalid_body_is_refused_with_the_bare_message_of_aws() {
        deploy(pets());
        assertThat(text(post("{\"name\":\"Rex\",\"age\":3}"))).isEqualTo("hello");
        Answer refused = post("{\"age\":\"three\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(text(refused)).isEqualTo("{\"message\":\"Invalid request body\"}");
    }

    @Test
    void a_stage_may_ask_that_the_answer_names_what_is_wrong() {
        deploy(pets().options(Map.of("tollgate:validation-details", "true")));
        assertThat(text(post("{\"name\":\"Rex\",\"age\":\"three\"}")))
                .startsWith("{\"message\":\"Invalid request body: ")
                .contains("age")
                .contains("string found, integer expected");
    }

    @Test
    void a_gateway_response_can_always_tell_what_is_wrong() {
        deploy(pets().gatewayResponse(new GatewayResponse(
                "BAD_REQUEST_BODY",
                "422",
                Map.of(),
                Map.of("application/json", "{\"what\":\"$context.error.validationErrorString\"}"),
                false)));
        Answer refused = post("{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(text(refused)).isEqualTo("{\"what\":\"[object has missing required properties ([\\\"name\\\"])]\"}");
    }

    @Test
    void all_missing_parameters_are_named_and_blank_is_missing() {
        deploy(pets());
        assertThat(text(call("POST", "/test/pets?q=%20", Body.of(bytes("{}")))))
                .isEqualTo("{\"message\":\"Missing required request parameters: [X-Id, q]\"}");
    }
}
