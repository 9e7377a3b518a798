package io.tollgate.controlplane.stage;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Canaries as AWS has them (features 4.4). */
class CanaryOperationsTest {
    private static final String BAD_REQUEST = "400 BadRequestException: ";

    private final ControlPlane plane = new ControlPlane();
    private final SampleApi api = SampleApi.deployed(plane);
    private final String first = stage().path("deploymentId").asText();

    @AfterEach
    void close() {
        plane.close();
    }

    private JsonNode stage() {
        return plane.json("GET", api.stage(), "");
    }

    private JsonNode canary() {
        return stage().path("canarySettings");
    }

    private String deploy(String body) {
        return plane.json("POST", "/restapis/" + api.id() + "/deployments", body)
                .path("id")
                .asText();
    }

    private String startCanary() {
        return deploy("{\"stageName\":\"live\",\"variables\":{},\"canarySettings\":{\"percentTraffic\":12.5,"
                + "\"stageVariableOverrides\":{\"color\":\"green\",\"taste\":\"sweet\"},\"useStageCache\":true}}");
    }

    private void patchStage(String op, String path, String value) {
        plane.call("PATCH", api.stage(), patch(op, path, value));
    }

    private String refusalOf(String op, String path, String value) {
        return plane.refusal("PATCH", api.stage(), patch(op, path, value));
    }

    @Nested
    class A_deployment_with_canary_settings {

        @Test
        void goes_to_the_canary_and_leaves_the_stage_where_it_is() {
            String second = startCanary();
            assertThat(stage().path("deploymentId").asText()).isEqualTo(first);
            assertThat(canary().toString())
                    .isEqualTo(
                            "{\"percentTraffic\":12.5,\"deploymentId\":\"" + second + "\",\"stageVariableOverrides\":"
                                    + "{\"color\":\"green\",\"taste\":\"sweet\"},\"useStageCache\":true}");
        }

        @Test
        void is_followed_by_plain_ones() {
            startCanary();
            String third = deploy("{\"stageName\":\"live\"}");
            assertThat(stage().path("deploymentId").asText()).isEqualTo(first);
            assertThat(canary().path("deploymentId").asText()).isEqualTo(third);
            assertThat(canary().path("percentTraffic").asDouble()).isEqualTo(12.5);
            assertThat(canary().path("useStageCache").asBoolean()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "'{\"canarySettings\":{}}', Non null and non empty stageName must be provided for canary deployment."
                    + " Provided value is null",
            "'{\"stageName\":\"none\",\"canarySettings\":{}}', Stage none must already be created before making a canary"
                    + " release deployment",
        })
        void needs_a_stage(String body, String why) {
            assertThat(plane.refusal("POST", "/restapis/" + api.id() + "/deployments", body))
                    .isEqualTo(BAD_REQUEST + "Invalid deployment content specified." + why);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"percentTraffic\":100.1}",
                    "{\"percentTraffic\":-1}",
                    "{\"stageVariableOverrides\":{\"a b\":\"c\"}}",
                    "{\"stageVariableOverrides\":{\"a\":\"{\"}}"
                })
        void is_refused_with_bad_settings(String settings) {
            assertThat(plane.refusal(
                            "POST",
                            "/restapis/" + api.id() + "/deployments",
                            "{\"stageName\":\"live\",\"canarySettings\":" + settings + "}"))
                    .startsWith(BAD_REQUEST + "Invalid ");
        }

        @Test
        void cannot_be_deleted_while_it_is_the_canarys() {
            String second = startCanary();
            assertThat(plane.refusal("DELETE", "/restapis/" + api.id() + "/deployments/" + second, ""))
                    .contains("Active stages pointing to this deployment");
        }
    }

    @Nested
    class A_patch {

        @Test
        void of_the_deployment_makes_a_canary_without_calls() {
            String second = deploy("{}");
            patchStage("replace", "/canarySettings/deploymentId", second);
            assertThat(canary().path("deploymentId").asText()).isEqualTo(second);
            assertThat(canary().path("percentTraffic").asDouble()).isZero();
            assertThat(canary().path("useStageCache").asBoolean()).isFalse();
        }

        @Test
        void of_the_percentage_alone_makes_a_canary_of_the_stages_deployment() {
            patchStage("replace", "/canarySettings/percentTraffic", "33.3");
            assertThat(canary().path("deploymentId").asText()).isEqualTo(first);
            assertThat(canary().path("percentTraffic").asDouble()).isEqualTo(33.3);
        }

        @Test
        void changes_each_setting() {
            startCanary();
            patchStage("replace", "/canarySettings/useStageCache", "false");
            patchStage("replace", "/canarySettings/stageVariableOverrides/color", "red");
            patchStage("remove", "/canarySettings/stageVariableOverrides/taste", "");
            assertThat(canary().path("useStageCache").asBoolean()).isFalse();
            assertThat(canary().path("stageVariableOverrides").toString()).isEqualTo("{\"color\":\"red\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-0.1", "100.01", "NaN", "many", ""})
        void of_the_percentage_must_be_a_percentage(String value) {
            assertThat(refusalOf("replace", "/canarySettings/percentTraffic", value))
                    .isEqualTo(BAD_REQUEST + "Invalid percentTraffic specified. Must be between 0 and 100");
        }

        @Test
        void with_an_unknown_deployment_is_refused() {
            assertThat(refusalOf("replace", "/canarySettings/deploymentId", "none"))
                    .isEqualTo(BAD_REQUEST + "Deployment id does not exist");
        }

        @Test
        void that_adds_is_refused_by_its_path() {
            assertThat(refusalOf("add", "/canarySettings/deploymentId", first))
                    .isEqualTo(BAD_REQUEST + "Invalid add operation with path: /canarySettings/deploymentId");
        }
    }

    @Nested
    class Promotion {
        private static final String PROMOTE = "{\"patchOperations\":["
                + "{\"op\":\"copy\",\"from\":\"/canarySettings/deploymentId\",\"path\":\"/deploymentId\"},"
                + "{\"op\":\"copy\",\"from\":\"/canarySettings/stageVariableOverrides\",\"path\":\"/variables\"},"
                + "{\"op\":\"replace\",\"path\":\"/canarySettings/percentTraffic\",\"value\":\"0.0\"}]}";

        @Test
        void copies_the_deployment_and_merges_the_variables() {
            patchStage("replace", "/variables/color", "blue");
            patchStage("replace", "/variables/size", "big");
            String second = startCanary();
            plane.call("PATCH", api.stage(), PROMOTE);
            assertThat(stage().path("deploymentId").asText()).isEqualTo(second);
            assertThat(stage().path("variables").toString())
                    .isEqualTo("{\"color\":\"green\",\"size\":\"big\",\"taste\":\"sweet\"}");
            assertThat(canary().path("deploymentId").asText()).isEqualTo(second);
            assertThat(canary().path("percentTraffic").asDouble()).isZero();
        }

        @Test
        void needs_a_canary() {
            assertThat(plane.refusal("PATCH", api.stage(), PROMOTE))
                    .isEqualTo(BAD_REQUEST + "Promotion not available. Canary does not exist.");
        }

        @Test
        void copies_nothing_else() {
            startCanary();
            assertThat(
                            plane.refusal(
                                    "PATCH",
                                    api.stage(),
                                    "{\"patchOperations\":[{\"op\":\"copy\",\"from\":\"/variables\",\"path\":\"/deploymentId\"}]}"))
                    .startsWith(BAD_REQUEST + "Invalid copy operation with path: /deploymentId and from /variables.");
        }

        @Test
        void is_undone_by_removing_the_canary_instead() {
            startCanary();
            plane.call(
                    "PATCH", api.stage(), "{\"patchOperations\":[{\"op\":\"remove\",\"path\":\"/canarySettings\"}]}");
            assertThat(stage().has("canarySettings")).isFalse();
            assertThat(stage().path("deploymentId").asText()).isEqualTo(first);
        }
    }
}
