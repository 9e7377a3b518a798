package io.tollgate.controlplane.gatewayresponse;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayResponseOperationsTest {
    private final ControlPlane plane = new ControlPlane();
    private String responses = "";

    @BeforeEach
    void make() {
        responses = "/restapis/"
                + plane.json("POST", "/restapis", "{\"name\":\"sample\"}")
                        .path("id")
                        .asText() + "/gatewayresponses/";
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"op":"add","path":"/statusCode","value":"404"}          | Invalid patch path /statusCode
            {"op":"remove","path":"/statusCode"}                     | Invalid patch path /statusCode
            {"op":"add","path":"/wrong","value":"404"}               | Invalid patch path /wrong
            {"op":"add","path":"/responseTemplates"}                 | Invalid null or empty value in responseTemplates
            {"op":"replace","path":"/responseTemplates/application~1json"} | Invalid null or empty value in responseTemplates
            {"op":"add","path":"/responseParameters/gatewayresponse.header.X"} | Invalid null or empty value in responseParameters
            """)
    void aChangeThatIsNoneIsRefused(String operation, String message) {
        assertThat(plane.refusal("PATCH", responses + "THROTTLED", "{\"patchOperations\":[" + operation + "]}"))
                .isEqualTo("400 BadRequestException: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"foo":"'x'"}                        | Invalid mapping expression specified: foo
            {"gatewayresponse.header.X":"bare"}  | Invalid mapping expression specified: bare
            """)
    void aHeaderThatCannotBeWrittenIsRefused(String parameters, String error) {
        assertThat(plane.refusal("PUT", responses + "THROTTLED", "{\"responseParameters\":" + parameters + "}"))
                .isEqualTo("400 BadRequestException: Invalid mapping expression specified: Validation Result: warnings"
                        + " : [], errors : [" + error + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void aTypeThatIsNoneBreaksAConstraintOfEveryOperation(String verb) {
        assertThat(plane.refusal(verb, responses + "RANDOM", ""))
                .startsWith("400 ValidationException: 1 validation error detected: Value 'RANDOM' at 'responseType'"
                        + " failed to satisfy constraint: Member must satisfy enum value set: [REQUEST_TOO_LARGE, ");
    }

    @Test
    void whatNobodyCustomisedCannotBeDeleted() {
        assertThat(plane.refusal("DELETE", responses + "THROTTLED", ""))
                .isEqualTo("404 NotFoundException: Gateway response type not defined on api");
    }
}
