package io.tollgate.controlplane.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageChangesTest {
    private final ControlPlane plane = new ControlPlane();
    private SampleApi api = new SampleApi("", "", "");

    @BeforeEach
    void make() {
        api = SampleApi.deployed(plane);
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private JsonNode settings(String op, String path) {
        return plane.json("PATCH", api.stage(), SampleApi.patch(op, path, "7")).path("methodSettings");
    }

    @Test
    void allSpellingsOfAPathMeanTheSameMethod() {
        assertThat(settings("replace", "/test/GET/throttling/burstLimit").has("test/GET"))
                .isTrue();
        assertThat(settings("replace", "/~1test/GET/caching/ttlInSeconds"))
                .hasSize(1)
                .first()
                .satisfies(entry ->
                        assertThat(entry.path("cacheTtlInSeconds").intValue()).isEqualTo(7));
        assertThat(settings("remove", "/~1test/GET")).isEmpty();
    }

    @Test
    void changesCannotGiveAStageMoreThanAHundredVariables() {
        for (int i = 0; i < 100; i++) {
            plane.call("PATCH", api.stage(), SampleApi.patch("replace", "/variables/v" + i, "x"));
        }
        assertThat(plane.refusal("PATCH", api.stage(), SampleApi.patch("replace", "/variables/more", "x")))
                .isEqualTo("400 BadRequestException: A stage can have at most 100 variables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /accessLogSettings/destinationArn | nowhere                 | Invalid ARN specified in the request
            /accessLogSettings/format         | $context.requestId\\n-- | Access Log format must be single line, new line character is allowed only at end of the format
            /documentationVersion             | none                    | Invalid documentation version specified: none
            """)
    void aChangeToAValueThatIsNoneIsRefused(String path, String value, String message) {
        assertThat(plane.refusal("PATCH", api.stage(), SampleApi.patch("replace", path, value)))
                .isEqualTo("400 BadRequestException: " + message);
    }

    @Test
    void anEmptyPathNamesNoSetting() {
        assertThat(plane.refusal("PATCH", api.stage(), SampleApi.patch("remove", "", "")))
                .isEqualTo("400 BadRequestException: Cannot remove method setting  because there is no method setting"
                        + " for this method ");
    }

    @Test
    void aNewStageCannotShowADocumentationVersionThatIsNotThere() {
        String deployment =
                plane.json("GET", api.stage(), "").path("deploymentId").asText();
        assertThat(plane.refusal(
                        "POST",
                        "/restapis/" + api.id() + "/stages",
                        "{\"stageName\":\"next\",\"deploymentId\":\"" + deployment
                                + "\",\"documentationVersion\":\"none\"}"))
                .isEqualTo("400 BadRequestException: Invalid documentation version specified: none");
    }
}
