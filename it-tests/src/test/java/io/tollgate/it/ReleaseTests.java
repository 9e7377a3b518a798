package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.FailingCanary;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.LauncherRun;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/** Releases of an API: side by side, by canary, and back. */
@ExtendWith(SharedTollgate.class)
class ReleaseTests {
    private static final int CALLS = 25;

    private final RunningTollgate tollgate;
    private final ApiGatewayClient client;

    ReleaseTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
        this.client = Sdk.of(tollgate);
    }

    @AfterEach
    void close() {
        client.close();
    }

    private LauncherRun launcher(String... arguments) {
        return LauncherRun.of(arguments)
                .with("--data", tollgate.data().toString())
                .with("--port", Integer.toString(tollgate.launch().port()))
                .run();
    }

    private HttpResponse<String> call(Door door, String api, String stage, String side) {
        return Door.send(door.request(tollgate, api, "/" + stage + "/hello")
                .header("X-Canary", side)
                .build());
    }

    private void tag(String api, String stage, Map<String, String> tags) {
        String arn = "arn:aws:apigateway:us-east-1::/restapis/" + api + "/stages/" + stage;
        client.tagResource(tag -> tag.resourceArn(arn).tags(tags));
    }

    private String deploy(String api) {
        return client.createDeployment(deployment -> deployment.restApiId(api)).id();
    }

    private void move(String api, String stage, String deployment) {
        client.updateStage(update -> update.restApiId(api)
                .stageName(stage)
                .patchOperations(PatchOperation.builder()
                        .op(Op.REPLACE)
                        .path("/deploymentId")
                        .value(deployment)
                        .build()));
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void three_versions_are_live_side_by_side(Door door) {
        ApiUnderTest api = new ApiUnderTest(client, "side-by-side");
        String hello = api.mockAt("hello", "one");
        String first = deploy(api.id());
        api.say(hello, "two");
        String second = deploy(api.id());
        api.say(hello, "three");
        String third = deploy(api.id());
        client.createStage(stage -> stage.restApiId(api.id()).stageName("old").deploymentId(first));
        client.createStage(stage -> stage.restApiId(api.id())
                .stageName("new")
                .deploymentId(second)
                .canarySettings(canary -> canary.deploymentId(third).percentTraffic(50.0))
                .tags(Map.of("tollgate:canary-force-header", "X-Canary")));
        for (int i = 0; i < 3; i++) {
            assertThat(call(door, api.id(), "old", "canary").body()).isEqualTo("one");
            assertThat(call(door, api.id(), "new", "base").body()).isEqualTo("two");
            assertThat(call(door, api.id(), "new", "canary").body()).isEqualTo("three");
        }
        move(api.id(), "old", third);
        assertThat(call(door, api.id(), "old", "base").body()).isEqualTo("three");
        client.deleteRestApi(delete -> delete.restApiId(api.id()));
    }

    @Test
    void a_tag_takes_effect_without_a_deployment() {
        ApiUnderTest api = new ApiUnderTest(client, "tagged");
        String hello = api.mockAt("hello", "base");
        api.deploy("live");
        api.say(hello, "canary");
        client.createDeployment(deployment ->
                deployment.restApiId(api.id()).stageName("live").canarySettings(canary -> canary.percentTraffic(0.0)));
        assertThat(call(Door.EXPRESS_BY_PATH, api.id(), "live", "true").body()).isEqualTo("base");
        tag(api.id(), "live", Map.of("tollgate:canary-force-header", "X-Canary"));
        assertThat(call(Door.EXPRESS_BY_PATH, api.id(), "live", "true").body()).isEqualTo("canary");
        tag(api.id(), "live", Map.of("tollgate:canary-force-header", "X-Other"));
        assertThat(call(Door.EXPRESS_BY_PATH, api.id(), "live", "true").body()).isEqualTo("base");
    }

    @Test
    void a_canary_that_fails_loses_its_calls_by_itself() {
        FailingCanary canary = new FailingCanary(client, 50, "5xx=5 minimum=20");
        Eventually.get(
                "the rollback",
                () -> {
                    canary.call(tollgate, CALLS);
                    return canary.percent();
                },
                percent -> percent == 0);
        // At 50 percent one answer, or a few, may be the base's by chance.
        Eventually.get(
                "nothing but the base",
                () -> IntStream.range(0, CALLS).allMatch(call -> canary.saysBase(tollgate)),
                base -> base);
        assertThat(canary.call(tollgate, "canary").statusCode()).isGreaterThanOrEqualTo(500);
        LauncherRun history = launcher("history", canary.api(), "live");
        assertThat(history.status()).isZero();
        assertThat(history.said().lines().skip(1).findFirst().orElseThrow())
                .contains("CANARY_ROLLED_BACK", "@0.0%", " tollgate ", "100.00 % of ", "5 percentage points tolerated");
        assertThat(history.said()).contains("CANARY_DEPLOYED", "@50.0%", "CREATED");
    }

    @Test
    void drift_and_rollback_are_one_command_each() {
        ApiUnderTest api = new ApiUnderTest(client, "drifting");
        String hello = api.mockAt("hello", "one");
        api.deploy("live");
        LauncherRun none = launcher("drift", api.id(), "live");
        assertThat(none.said()).isEmpty();
        assertThat(none.status()).isZero();
        api.say(hello, "two");
        api.resource("cats");
        LauncherRun drift = launcher("drift", api.id(), "live");
        assertThat(drift.said())
                .containsSubsequence(
                        "+ /cats",
                        "~ /hello GET integration response 200  /responseTemplates/application~1json: \"one\" -> \"two\"");
        assertThat(drift.status()).isEqualTo(1);
        api.deploy("live");
        assertThat(Door.EXPRESS_BY_PATH.get(tollgate, api.id(), "/live/hello").body())
                .isEqualTo("two");
        LauncherRun back = launcher("rollback", api.id(), "live");
        assertThat(back.status()).as(back.said()).isZero();
        assertThat(Door.EXPRESS_BY_PATH.get(tollgate, api.id(), "/live/hello").body())
                .isEqualTo("one");
        assertThat(launcher("history", api.id(), "live").said()).contains("ROLLED_BACK");
        assertThat(launcher("drift", api.id(), "none").status()).isEqualTo(2);
    }
}
