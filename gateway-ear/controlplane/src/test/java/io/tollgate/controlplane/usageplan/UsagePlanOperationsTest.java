package io.tollgate.controlplane.usageplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsagePlanOperationsTest {
    private final ControlPlane plane = new ControlPlane();
    private String api = "";

    @BeforeEach
    void makeAnApiWithAStage() {
        JsonNode made = plane.json("POST", "/restapis", "{\"name\":\"planned\"}");
        api = made.path("id").asText();
        String root =
                "/restapis/" + api + "/resources/" + made.path("rootResourceId").asText();
        plane.call("PUT", root + "/methods/GET", "{\"authorizationType\":\"NONE\"}");
        plane.call("PUT", root + "/methods/GET/integration", "{\"type\":\"MOCK\"}");
        plane.call("POST", "/restapis/" + api + "/deployments", "{\"stageName\":\"dev\"}");
        plane.call("POST", "/restapis/" + api + "/deployments", "{\"stageName\":\"prod\"}");
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private String covering(String stage) {
        return plane.json(
                        "POST",
                        "/usageplans",
                        "{\"name\":\"p\",\"apiStages\":[{\"apiId\":\"" + api + "\",\"stage\":\"" + stage + "\"}]}")
                .path("id")
                .asText();
    }

    private String key() {
        return plane.json("POST", "/apikeys", "{\"name\":\"k\",\"enabled\":true}")
                .path("id")
                .asText();
    }

    private static String operation(String op, String path, String value) {
        return "{\"patchOperations\":[{\"op\":\"" + op + "\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}]}";
    }

    private JsonNode patch(String plan, String op, String path, String value) {
        return plane.json("PATCH", "/usageplans/" + plan, operation(op, path, value));
    }

    @Test
    void aPlanIsAnsweredAsItWasGiven() {
        JsonNode plan = plane.json(
                "POST",
                "/usageplans",
                "{\"name\":\"gold\",\"quota\":{\"limit\":10,\"period\":\"DAY\"},\"throttle\":{\"rateLimit\":2,"
                        + "\"burstLimit\":1},\"tags\":{\"a\":\"b\"}}");
        assertThat(plan.path("quota")).hasToString("{\"limit\":10,\"offset\":0,\"period\":\"DAY\"}");
        assertThat(plan.path("throttle")).hasToString("{\"burstLimit\":1,\"rateLimit\":2.0}");
        assertThat(plan.at("/tags/a").asText()).isEqualTo("b");
        assertThat(plan.path("apiStages")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"quota":{"limit":1,"offset":1,"period":"DAY"}}   | Usage Plan quota offset must be zero in the DAY period
            {"quota":{"limit":1,"offset":7,"period":"WEEK"}}  | Usage Plan quota offset must be between zero and six inclusive in the WEEK period
            {"quota":{"limit":1,"offset":28,"period":"MONTH"}}| Usage Plan quota offset must be between zero and 27 inclusive in the MONTH period
            {"quota":{"limit":1}}                             | Usage Plan quota must have a limit and a period
            {"throttle":{"rateLimit":-1}}                     | Usage Plan throttle limits must be non-negative
            {"name":" "}                                      | Usage Plan name cannot be blank
            """)
    void limitsThatCannotBeAreRefused(String members, String refusal) {
        String body = "{\"name\":\"x\"," + members.strip().substring(1);
        assertThat(plane.refusal("POST", "/usageplans", body)).isEqualTo("400 BadRequestException: " + refusal);
    }

    @Test
    void anUnknownStageIsNotFound() {
        assertThat(plane.refusal(
                        "POST",
                        "/usageplans",
                        "{\"name\":\"p\",\"apiStages\":[{\"apiId\":\"" + api + "\",\"stage\":\"no\"}]}"))
                .isEqualTo("404 NotFoundException: API Stage not found: " + api + ":no");
    }

    @Test
    void methodThrottlesAreChangedByRawAndEscapedPaths() {
        String plan = covering("dev");
        String at = "/apiStages/" + api + ":dev/throttle";
        patch(plan, "add", at + "//pets/GET/rateLimit", "5.5");
        patch(plan, "replace", at + "/~1pets~1GET/burstLimit", "7");
        assertThat(plane.json("GET", "/usageplans/" + plan, "").at("/apiStages/0/throttle"))
                .hasToString("{\"/pets/GET\":{\"burstLimit\":7,\"rateLimit\":5.5}}");
        patch(plan, "replace", at, "{\\\"/cats/POST\\\":{\\\"burstLimit\\\":1}}");
        assertThat(plane.json("GET", "/usageplans/" + plan, "").at("/apiStages/0/throttle"))
                .hasToString("{\"/cats/POST\":{\"burstLimit\":1}}");
        patch(plan, "remove", at + "//cats/POST", "");
        assertThat(plane.json("GET", "/usageplans/" + plan, "")
                        .at("/apiStages/0")
                        .has("throttle"))
                .isFalse();
    }

    @Test
    void stagesAreRemovedByValueOnly() {
        String plan = covering("dev");
        assertThat(plane.refusal("PATCH", "/usageplans/" + plan, operation("remove", "/apiStages", "x")))
                .isEqualTo("400 BadRequestException: Invalid API Stage specified");
        assertThat(plane.refusal("PATCH", "/usageplans/" + plan, operation("remove", "/apiStages", api + ":no")))
                .isEqualTo("404 NotFoundException: Invalid API Stage {api: " + api
                        + ", stage: no} specified for usageplan " + plan);
        assertThat(plane.refusal("PATCH", "/usageplans/" + plan, operation("remove", "/apiStages/" + api + ":dev", "")))
                .isEqualTo("400 BadRequestException: Invalid patch path  '/apiStages/" + api
                        + ":dev' specified for op 'remove'. Must be one of: [/apiStages, /quota, /throttle,"
                        + " /productCode, /apiStages/<apidId:stageName>/throttle/<resourcePath>/<httpMethod>,"
                        + " /apiStages/<apidId:stageName>/throttle]");
        assertThat(patch(plan, "remove", "/apiStages", api + ":dev").path("apiStages"))
                .isEmpty();
    }

    @Test
    void aPlanWithStagesCannotBeDeleted() {
        String plan = covering("dev");
        assertThat(plane.refusal("DELETE", "/usageplans/" + plan, ""))
                .isEqualTo("400 BadRequestException: Cannot delete Usage Plan " + plan
                        + " because there are API Stages associated with it, including " + api + ":dev");
        patch(plan, "remove", "/apiStages", api + ":dev");
        plane.call("DELETE", "/usageplans/" + plan, "");
        assertThat(plane.refusal("GET", "/usageplans/" + plan, ""))
                .isEqualTo("404 NotFoundException: Invalid Usage Plan ID specified");
    }

    @Test
    void aDeletedStageLeavesItsPlans() {
        String plan = covering("dev");
        plane.call("DELETE", "/restapis/" + api + "/stages/dev", "");
        assertThat(plane.json("GET", "/usageplans/" + plan, "").path("apiStages"))
                .isEmpty();
    }

    @Test
    void aKeyJoinsAndLeavesAPlan() {
        String plan = covering("dev");
        String key = key();
        String keys = "/usageplans/" + plan + "/keys";
        JsonNode joined = plane.json("POST", keys, "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}");
        assertThat(joined.path("type").asText()).isEqualTo("API_KEY");
        assertThat(joined.path("value").asText()).hasSize(40);
        assertThat(plane.json("GET", "/usageplans?keyId=" + key, "").path("item"))
                .hasSize(1);
        assertThat(plane.json("GET", keys + "/" + key, "").has("value")).isFalse();
        plane.call("DELETE", keys + "/" + key, "");
        assertThat(plane.refusal("GET", keys + "/" + key, ""))
                .isEqualTo("404 NotFoundException: Invalid API Key identifier specified");
    }

    @Test
    void aKeyHasAStageThroughOnePlanOnly() {
        String first = covering("dev");
        String second = covering("dev");
        String key = key();
        String body = "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}";
        plane.call("POST", "/usageplans/" + first + "/keys", body);
        assertThat(plane.refusal("POST", "/usageplans/" + second + "/keys", body))
                .startsWith("409 ConflictException");
        patch(second, "remove", "/apiStages", api + ":dev");
        plane.call("POST", "/usageplans/" + second + "/keys", body);
        assertThat(plane.refusal("PATCH", "/usageplans/" + second, operation("add", "/apiStages", api + ":dev")))
                .startsWith("409 ConflictException");
        patch(second, "add", "/apiStages", api + ":prod");
    }
}
