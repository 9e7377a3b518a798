package io.tollgate.controlplane.drift;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final String PET = "{\"name\":\"Pet\",\"contentType\":\"application/json\",\"schema\":"
            + "\"{\\\"type\\\":\\\"object\\\",\\\"properties\\\":{\\\"name\\\":{\\\"type\\\":\\\"string\\\"}}}\"}";

    private final ControlPlane plane = new ControlPlane();
    private final SampleApi api =
            SampleApi.deployed(plane, "{\"type\":\"HTTP\",\"httpMethod\":\"GET\",\"uri\":\"http://b/1\"}");

    @AfterEach
    void close() {
        plane.close();
    }

    private String at(String path) {
        return "/restapis/" + api.id() + path;
    }

    private List<Difference> drift() {
        String deployment =
                plane.json("GET", api.stage(), "").path("deploymentId").asText();
        return plane.with(
                ApiDefinitions.class,
                definitions -> Drift.between(
                        definitions.frozen(api.id(), deployment).orElseThrow(), definitions.load(api.id())));
    }

    private List<String> lines() {
        return new DriftView("", drift(), null).text().lines().toList();
    }

    @Test
    void whatIsDeployedAsItIsEditedHasNoDrift() {
        assertThat(drift()).isEmpty();
    }

    @Test
    void aNewDeploymentEndsTheDrift() {
        plane.call("PATCH", api.resource() + "/methods/GET/integration", patch("replace", "/uri", "http://b/2"));
        assertThat(drift()).isNotEmpty();
        plane.call("POST", at("/deployments"), "{\"stageName\":\"live\"}");
        assertThat(drift()).isEmpty();
    }

    @Test
    void addedAndRemovedThingsAreToldWithoutTheirParts() {
        plane.call("POST", api.resource(), "{\"pathPart\":\"cats\"}");
        String cats = plane.json("GET", at("/resources"), "").path("item").findParents("pathPart").stream()
                .map(node -> node.path("id").asText())
                .findFirst()
                .orElseThrow();
        plane.call("PUT", at("/resources/" + cats + "/methods/GET"), "{\"authorizationType\":\"NONE\"}");
        plane.call("PUT", at("/resources/" + cats + "/methods/GET/integration"), "{\"type\":\"MOCK\"}");
        plane.call("DELETE", api.resource() + "/methods/GET", "");
        plane.call("POST", at("/models"), PET);
        plane.call("PUT", at("/gatewayresponses/ACCESS_DENIED"), "{\"statusCode\":\"404\"}");
        assertThat(lines()).containsExactly("- / GET", "+ /cats", "+ gateway response ACCESS_DENIED", "+ model Pet");
    }

    @Test
    void changedMembersAreToldAsPatchPathsNameThem() {
        String method = api.resource() + "/methods/GET";
        plane.call("PATCH", method, patch("replace", "/apiKeyRequired", "true"));
        plane.call("PATCH", method + "/integration", patch("replace", "/uri", "http://b/2"));
        plane.call(
                "PATCH", method + "/integration", patch("add", "/requestTemplates/application~1json", "$input.body"));
        plane.call("PUT", method + "/responses/200", "{}");
        plane.call("PUT", method + "/integration/responses/200", "{}");
        plane.call("PATCH", at(""), patch("replace", "/minimumCompressionSize", "100"));
        assertThat(lines())
                .containsExactly(
                        "~ / GET  /apiKeyRequired: false -> true",
                        "~ / GET integration  /requestTemplates/application~1json: (none) -> \"$input.body\"",
                        "~ / GET integration  /uri: \"http://b/1\" -> \"http://b/2\"",
                        "+ / GET integration response 200",
                        "+ / GET method response 200",
                        "~ API  /minimumCompressionSize: (none) -> 100");
    }

    @Test
    void namesCountAndIdsDoNot() {
        plane.call("POST", at("/models"), PET);
        validated("all");
        plane.call("POST", at("/deployments"), "{\"stageName\":\"live\"}");
        plane.call("DELETE", at("/models/Pet"), "");
        plane.call("POST", at("/models"), PET);
        String old = plane.json("GET", at("/requestvalidators"), "")
                .path("item")
                .findPath("id")
                .asText();
        plane.call("PATCH", api.resource() + "/methods/GET", patch("replace", "/requestValidatorId", ""));
        plane.call("DELETE", at("/requestvalidators/" + old), "");
        validated("all");
        assertThat(drift()).isEmpty();
    }

    private void validated(String name) {
        String id = plane.json(
                        "POST",
                        at("/requestvalidators"),
                        "{\"name\":\"" + name + "\",\"validateRequestParameters\":true}")
                .path("id")
                .asText();
        plane.call("PATCH", api.resource() + "/methods/GET", patch("replace", "/requestValidatorId", id));
    }

    @Test
    void theCanarysDeploymentIsComparedToo() {
        plane.call("PATCH", api.resource() + "/methods/GET/integration", patch("replace", "/uri", "http://b/2"));
        String canary = plane.json(
                        "POST",
                        at("/deployments"),
                        "{\"stageName\":\"live\",\"canarySettings\":{\"percentTraffic\":1}}")
                .path("id")
                .asText();
        Map<String, String> path = Map.of("restapi_id", api.id(), "stage_name", "live");
        assertThat(plane.ours("GetStageDrift", path, "", "").body())
                .asString()
                .contains("\"path\":\"/ GET integration\",\"member\":\"/uri\",\"live\":\"http://b/1\"")
                .endsWith("\"canary\":{\"deploymentId\":\"" + canary + "\",\"differences\":[]}}");
    }

    @Test
    void whatNoDeploymentFreezesIsNoDrift() {
        plane.call("PATCH", at(""), patch("replace", "/name", "other"));
        plane.call("PATCH", api.stage(), patch("replace", "/variables/color", "blue"));
        assertThat(drift()).isEmpty();
    }
}
