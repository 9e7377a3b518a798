package io.tollgate.controlplane.restapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
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
}
