package io.tollgate.controlplane.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestApiOperationsTest {
    private final ControlPlane plane = new ControlPlane();

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void aPolicyIsShownWithItsQuotesEscapedOnceMore() {
        JsonNode api = plane.json(
                "POST",
                "/restapis",
                "{\"name\":\"guarded\",\"policy\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[]}\"}");
        assertThat(api.path("policy").asText()).startsWith("{\\\"Version\\\":\\\"2012-10-17\\\"");
        String id = api.path("id").asText();
        assertThat(plane.json("GET", "/restapis/" + id, "").path("policy").asText())
                .isEqualTo(api.path("policy").asText());
        assertThat(plane.json("GET", "/restapis", "").at("/item/0/policy").asText())
                .isEqualTo(api.path("policy").asText());
        JsonNode renamed = plane.json(
                "PATCH",
                "/restapis/" + id,
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"other\"}]}");
        assertThat(renamed.path("policy").asText()).isEqualTo(api.path("policy").asText());
    }

    @Test
    void aListShowsTagsOnlyWhereThereAreSome() {
        String id = plane.json("POST", "/restapis", "{\"name\":\"plain\"}")
                .path("id")
                .asText();
        assertThat(plane.json("GET", "/restapis/" + id, "").path("tags").isEmpty())
                .isTrue();
        assertThat(plane.json("GET", "/restapis/" + id, "").has("tags")).isTrue();
        assertThat(plane.json("GET", "/restapis", "").at("/item/0").has("tags")).isFalse();
    }

    @Test
    void anApiThatIsNotThereHasNoResources() {
        assertThat(plane.refusal("GET", "/restapis/none/resources", ""))
                .isEqualTo("404 NotFoundException: Invalid API identifier specified 111122223333:none");
        assertThat(plane.refusal("GET", "/restapis/none/resources/none", ""))
                .isEqualTo("404 NotFoundException: Invalid Resource identifier specified");
    }

    @Test
    void tlsPoliciesAreThoseOfTheServiceModel() {
        assertThat(plane.refusal("POST", "/restapis", "{\"name\":\"plain\",\"securityPolicy\":\"FOO\"}"))
                .startsWith("400 ValidationException: 1 validation error detected: Value 'FOO' at"
                        + " 'createRestApiInput.securityPolicy' failed to satisfy constraint: Member must satisfy enum"
                        + " value set: [TLS_1_0, TLS_1_2, ");
    }

    @Test
    void aPrivateApiDoesNotBecomeEdgeOptimized() {
        String id = plane.json(
                        "POST", "/restapis", "{\"name\":\"plain\",\"endpointConfiguration\":{\"types\":[\"PRIVATE\"]}}")
                .path("id")
                .asText();
        assertThat(plane.refusal(
                        "PATCH",
                        "/restapis/" + id,
                        SampleApi.patch("replace", "/endpointConfiguration/types/0", "EDGE")))
                .startsWith("400 BadRequestException: ");
        assertThat(plane.json(
                                "PATCH",
                                "/restapis/" + id,
                                SampleApi.patch("replace", "/endpointConfiguration/types/0", "REGIONAL"))
                        .at("/endpointConfiguration/types/0")
                        .asText())
                .isEqualTo("REGIONAL");
    }
}
