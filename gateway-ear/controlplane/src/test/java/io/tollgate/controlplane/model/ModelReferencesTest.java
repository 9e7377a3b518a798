package io.tollgate.controlplane.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelReferencesTest {
    private static final String INVALID =
            "400 BadRequestException: Invalid model specified: Validation Result: warnings : [], errors : [";

    private final ControlPlane plane = new ControlPlane();
    private String api = "";

    @BeforeEach
    void make() {
        api = plane.json("POST", "/restapis", "{\"name\":\"sample\"}")
                .path("id")
                .asText();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private static String model(String reference) {
        return "{\"name\":\"Pets\",\"contentType\":\"application/json\",\"schema\":\"{\\\"type\\\":\\\"array\\\","
                + "\\\"items\\\":{\\\"$ref\\\":\\\"" + reference + "\\\"}}\"}";
    }

    private String url(String name) {
        return "https://apigateway.amazonaws.com/restapis/" + api + "/models/" + name;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Empty", "Pets"})
    void aModelMayReferToOneThatIsThereAndToItself(String name) {
        assertThat(plane.json("POST", "/restapis/" + api + "/models", model(url(name)))
                        .path("name")
                        .asText())
                .isEqualTo("Pets");
    }

    @Test
    void aReferenceWithinTheSchemaIsLeftAlone() {
        assertThat(plane.json("POST", "/restapis/" + api + "/models", model("#/definitions/Pet"))
                        .path("name")
                        .asText())
                .isEqualTo("Pets");
    }

    @Test
    void aModelThatAnotherRefersToCannotBeDeleted() {
        plane.call("POST", "/restapis/" + api + "/models", model(url("Empty")));
        assertThat(plane.refusal("DELETE", "/restapis/" + api + "/models/Empty", ""))
                .isEqualTo("409 ConflictException: Cannot delete model 'Empty', is referenced in model: Pets");
        plane.call("DELETE", "/restapis/" + api + "/models/Pets", "");
        plane.call("DELETE", "/restapis/" + api + "/models/Empty", "");
    }

    @Test
    void aModelThatRefersToItselfCanBeDeleted() {
        plane.call("POST", "/restapis/" + api + "/models", model(url("Pets")));
        plane.call("DELETE", "/restapis/" + api + "/models/Pets", "");
        assertThat(plane.refusal("GET", "/restapis/" + api + "/models/Pets", ""))
                .isEqualTo("404 NotFoundException: Invalid model name specified: Pets");
    }

    @Test
    void aReferenceToNoModelIsRefused() {
        assertThat(plane.refusal("POST", "/restapis/" + api + "/models", model(url("Nope"))))
                .isEqualTo(INVALID + "Invalid model reference specified: " + url("Nope") + "]");
        assertThat(plane.refusal("POST", "/restapis/" + api + "/models", model("Empty")))
                .isEqualTo(INVALID + "Invalid model schema specified, Model reference must be in canonical form]");
    }
}
