package io.tollgate.controlplane.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RestApiCloneTest {
    private static final String POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "\"*\",\"Action\":\"execute-api:Invoke\",\"Resource\":\"execute-api:/*\"}]}";

    private static ControlPlane plane;
    private static String source = "";
    private static String validator = "";
    private static String authorizer = "";
    private static String resource = "";

    @BeforeAll
    static void makeTheSource() {
        plane = new ControlPlane();
        ObjectNode api = new JsonMapper().createObjectNode();
        api.put("name", "source")
                .put("description", "d")
                .put("apiKeySource", "AUTHORIZER")
                .put("policy", POLICY);
        api.putArray("binaryMediaTypes").add("image/png");
        api.putObject("endpointConfiguration").putArray("types").add("REGIONAL");
        api.putObject("tags").put("k", "v");
        JsonNode made = plane.json("POST", "/restapis", api.toString());
        source = "/restapis/" + made.path("id").asText();
        validator = plane.json("POST", source + "/requestvalidators", "{\"name\":\"v\",\"validateRequestBody\":true}")
                .path("id")
                .asText();
        authorizer = plane.json(
                        "POST",
                        source + "/authorizers",
                        "{\"name\":\"a\",\"type\":\"TOKEN\",\"identitySource\":\"method.request.header.Authorization\","
                                + "\"authorizerUri\":\"arn:aws:apigateway:eu-west-1:lambda:path/x\"}")
                .path("id")
                .asText();
        ObjectNode model = new JsonMapper().createObjectNode();
        model.put("name", "Pets").put("contentType", "application/json");
        model.put(
                "schema",
                "{\"type\":\"array\",\"items\":{\"$ref\":\"https://apigateway.amazonaws.com" + source
                        + "/models/Empty\"}}");
        plane.call("POST", source + "/models", model.toString());
        plane.call("PUT", source + "/gatewayresponses/THROTTLED", "{\"statusCode\":\"503\"}");
        resource = plane.json(
                        "POST",
                        source + "/resources/" + made.path("rootResourceId").asText(),
                        "{\"pathPart\":\"pets\"}")
                .path("id")
                .asText();
        String method = source + "/resources/" + resource + "/methods/POST";
        plane.call(
                "PUT",
                method,
                "{\"authorizationType\":\"CUSTOM\",\"authorizerId\":\"" + authorizer + "\",\"requestValidatorId\":\""
                        + validator + "\",\"requestModels\":{\"application/json\":\"Pets\"}}");
        plane.call("PUT", method + "/integration", "{\"type\":\"MOCK\"}");
        plane.call("PUT", method + "/responses/200", "{}");
        plane.call("PUT", method + "/integration/responses/200", "{}");
    }

    @AfterAll
    static void stop() {
        plane.close();
    }

    private static JsonNode cloned(String more) {
        return plane.json(
                "POST",
                "/restapis",
                "{\"name\":\"copy\",\"cloneFrom\":\"" + source.substring("/restapis/".length()) + "\"" + more + "}");
    }

    @Test
    void settingsAreTheSourcesUnlessTheRequestHasThem() {
        JsonNode copy = cloned(",\"description\":\"other\",\"tags\":{\"a\":\"b\"}");
        assertThat(copy.path("name").asText()).isEqualTo("copy");
        assertThat(copy.path("description").asText()).isEqualTo("other");
        assertThat(copy.path("apiKeySource").asText()).isEqualTo("AUTHORIZER");
        assertThat(copy.path("binaryMediaTypes")).hasToString("[\"image/png\"]");
        assertThat(copy.path("endpointConfiguration").path("types")).hasToString("[\"REGIONAL\"]");
        assertThat(copy.path("tags")).hasToString("{\"a\":\"b\"}");
        assertThat(copy.path("policy").asText())
                .contains("arn:aws:execute-api:eu-west-1:111122223333:"
                        + copy.path("id").asText() + "/*");
    }

    @Test
    void everythingBelowIsCopiedAndNamesItsOwnCopies() {
        JsonNode copy = cloned("");
        String api = "/restapis/" + copy.path("id").asText();
        JsonNode resources =
                plane.json("GET", api + "/resources?embed=methods", "").path("item");
        assertThat(resources).hasSize(2);
        assertThat(resources.get(0).path("id")).isEqualTo(copy.path("rootResourceId"));
        assertThat(resources.get(1).path("parentId")).isEqualTo(copy.path("rootResourceId"));
        assertThat(resources.get(1).path("id").asText()).isNotEqualTo(resource);
        JsonNode method = resources.get(1).path("resourceMethods").path("POST");
        JsonNode validators = plane.json("GET", api + "/requestvalidators", "").path("item");
        JsonNode authorizers = plane.json("GET", api + "/authorizers", "").path("item");
        assertThat(method.path("requestValidatorId"))
                .isEqualTo(validators.get(0).path("id"));
        assertThat(method.path("requestValidatorId").asText()).isNotEqualTo(validator);
        assertThat(method.path("authorizerId")).isEqualTo(authorizers.get(0).path("id"));
        assertThat(method.path("authorizerId").asText()).isNotEqualTo(authorizer);
        assertThat(method.path("methodIntegration").path("cacheNamespace"))
                .isEqualTo(resources.get(1).path("id"));
        assertThat(method.path("methodIntegration").path("integrationResponses").has("200"))
                .isTrue();
        assertThat(method.path("methodResponses").has("200")).isTrue();
        assertThat(plane.json("GET", api + "/models/Pets", "").path("schema").asText())
                .contains(api + "/models/Empty");
        assertThat(plane.json("GET", api + "/gatewayresponses/THROTTLED", "")
                        .path("statusCode")
                        .asText())
                .isEqualTo("503");
        assertThat(plane.json("GET", api + "/stages", "").path("item")).isEmpty();
    }

    @Test
    void theCopyLivesWithoutItsSource() {
        JsonNode first = cloned("");
        JsonNode second = plane.json(
                "POST",
                "/restapis",
                "{\"name\":\"second\",\"cloneFrom\":\"" + first.path("id").asText() + "\"}");
        plane.call("DELETE", "/restapis/" + first.path("id").asText(), "");
        assertThat(plane.json("GET", "/restapis/" + second.path("id").asText() + "/resources", "")
                        .path("item"))
                .hasSize(2);
    }

    @Test
    void aSourceThatIsNotThereIsRefused() {
        assertThat(plane.refusal("POST", "/restapis", "{\"name\":\"copy\",\"cloneFrom\":\"none\"}"))
                .isEqualTo("400 BadRequestException: Invalid REST API identifier specified");
        assertThat(plane.refusal("POST", "/restapis", "{\"cloneFrom\":\"none\"}"))
                .startsWith("400 ValidationException");
    }
}
