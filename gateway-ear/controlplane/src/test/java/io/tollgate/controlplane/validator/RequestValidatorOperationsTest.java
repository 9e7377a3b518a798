package io.tollgate.controlplane.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestValidatorOperationsTest {
    private final ControlPlane plane = new ControlPlane();
    private String validators = "";
    private String validator = "";

    @BeforeEach
    void make() {
        String api = plane.json("POST", "/restapis", "{\"name\":\"sample\"}")
                .path("id")
                .asText();
        validators = "/restapis/" + api + "/requestvalidators";
        plane.call("POST", validators, "{\"name\":\"other\"}");
        validator = validators + "/"
                + plane.json("POST", validators, "{\"name\":\"mine\"}")
                        .path("id")
                        .asText();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            ''    | Request Validator name cannot be blank
            other | Request Validator name must be unique. Request Validator other already exists in this RestApi.
            """)
    void aNameIsThereAndUnique(String name, String message) {
        assertThat(plane.refusal("POST", validators, "{\"name\":\"" + name + "\"}"))
                .isEqualTo("400 BadRequestException: " + message);
        assertThat(plane.refusal("PATCH", validator, SampleApi.patch("replace", "/name", name)))
                .isEqualTo("400 BadRequestException: " + message);
    }

    @Test
    void oneThatAMethodNamesCannotBeDeleted() {
        SampleApi api = SampleApi.deployed(plane);
        String all = "/restapis/" + api.id() + "/requestvalidators";
        String id = plane.json("POST", all, "{}").path("id").asText();
        String method = api.resource() + "/methods/POST";
        plane.call("PUT", method, "{\"authorizationType\":\"NONE\",\"requestValidatorId\":\"" + id + "\"}");
        assertThat(plane.refusal("DELETE", all + "/" + id, ""))
                .isEqualTo("409 ConflictException: Cannot delete Request Validator '" + id
                        + "', is referenced in method: POST//");
        plane.call("DELETE", method, "");
        plane.call("DELETE", all + "/" + id, "");
        assertThat(plane.json("GET", all, "").path("item")).isEmpty();
    }

    @Test
    void itsOwnNameIsNoOther() {
        assertThat(plane.json("PATCH", validator, SampleApi.patch("replace", "/name", "mine"))
                        .path("name")
                        .asText())
                .isEqualTo("mine");
    }
}
