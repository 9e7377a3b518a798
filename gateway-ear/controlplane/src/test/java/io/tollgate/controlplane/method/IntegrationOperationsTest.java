package io.tollgate.controlplane.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationOperationsTest {
    private static final String HTTP = "{\"type\":\"HTTP\",\"httpMethod\":\"GET\",\"uri\":\"http://example.com\"}";

    private final ControlPlane plane = new ControlPlane();
    private String method = "";
    private String integration = "";

    @BeforeEach
    void make() {
        method = SampleApi.deployed(plane).resource() + "/methods/GET";
        integration = method + "/integration";
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    @Test
    void anHttpBackendIsReachedOverTheInternetUnlessItIsSaidOtherwise() {
        assertThat(plane.json("PUT", integration, HTTP).path("connectionType").textValue())
                .isEqualTo("INTERNET");
        assertThat(plane.json("PUT", integration, "{\"type\":\"MOCK\",\"connectionType\":\"INTERNET\"}")
                        .has("connectionType"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"AWS","httpMethod":"POST","uri":"arn:aws:apigateway:eu-west-1:sqs:action/SendMessage"}         | Role ARN must be specified for AWS integrations
            {"type":"MOCK","httpMethod":"FOO"}                                                                     | Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY
            {"type":"HTTP","httpMethod":"GET","uri":"http://a","connectionType":"VPC_LINK"}                        | Connection type VPC_LINK requires a connection ID
            {"type":"HTTP","httpMethod":"GET","uri":"http://a","connectionType":"VPC_LINK","connectionId":"none"}  | Invalid Vpc Link identifier specified: none
            {"type":"HTTP","httpMethod":"GET","uri":"a","connectionType":"VPC_LINK","connectionId":"${stageVariables.link}"} | Invalid HTTP endpoint specified for URI
            {"type":"MOCK","connectionType":"VPC_LINK","connectionId":"${stageVariables.link}"}                    | Connection type VPC_LINK is only supported for types HTTP and HTTP_PROXY
            {"type":"MOCK","passthroughBehavior":"FOO"}                                                            | Invalid passthrough behavior specified. Valid options are WHEN_NO_MATCH,NEVER,WHEN_NO_TEMPLATES
            """)
    void whatCannotBeCalledIsRefused(String body, String message) {
        assertThat(plane.refusal("PUT", integration, body)).isEqualTo("400 BadRequestException: " + message);
    }

    @Test
    void aFunctionNeedsNoRole() {
        String uri = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
                + "arn:aws:lambda:eu-west-1:111122223333:function:f/invocations";
        assertThat(plane.json("PUT", integration, "{\"type\":\"AWS\",\"httpMethod\":\"POST\",\"uri\":\"" + uri + "\"}")
                        .path("uri")
                        .asText())
                .isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /passthroughBehavior | FOO | Invalid passthrough behavior specified. Valid options are WHEN_NO_MATCH,NEVER,WHEN_NO_TEMPLATES
            /contentHandling     | FOO | Invalid content handling specified. Valid options are CONVERT_TO_BINARY,CONVERT_TO_TEXT
            /connectionType      | FOO | Invalid connection type specified. Valid options are INTERNET,VPC_LINK
            /responseTransferMode | FOO | Invalid response transfer mode specified. Valid options are BUFFERED,STREAM
            """)
    void aChangeToAValueThatIsNoneIsRefused(String path, String value, String message) {
        plane.call("PUT", integration, HTTP);
        assertThat(plane.refusal("PATCH", integration, SampleApi.patch("replace", path, value)))
                .isEqualTo("400 BadRequestException: " + message);
    }

    @Test
    void whatAChangeEmptiesHasItsDefaultAgain() {
        JsonNode before = plane.json("PUT", integration, HTTP);
        for (String path : new String[] {"/passthroughBehavior", "/cacheNamespace", "/connectionType"}) {
            assertThat(plane.json("PATCH", integration, SampleApi.patch("replace", path, "")))
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/responses/wrong", "/integration/responses/wrong"})
    void aStatusCodeThatIsNoneBreaksAConstraintOfEveryOperation(String response) {
        String refusal = "400 ValidationException: 1 validation error detected: Value 'wrong' at 'statusCode' failed to"
                + " satisfy constraint: Member must satisfy regular expression pattern: [1-5]\\d\\d";
        assertThat(plane.refusal("PUT", method + response, "{}")).isEqualTo(refusal);
        assertThat(plane.refusal("GET", method + response, "")).isEqualTo(refusal);
        assertThat(plane.refusal("PATCH", method + response, "{}")).isEqualTo(refusal);
        assertThat(plane.refusal("DELETE", method + response, "")).isEqualTo(refusal);
    }

    @Test
    void anAuthorizationTypeCannotBeTakenAway() {
        assertThat(plane.refusal(
                        "PATCH",
                        method,
                        "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/authorizationType\"}]}"))
                .isEqualTo("400 BadRequestException: Invalid authorization type specified. Valid options are"
                        + " NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS");
    }
}
