package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.Load;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import io.tollgate.plugin.testkit.StubBackend;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** A stage is swapped under load, and no caller notices. */
@ExtendWith(SharedTollgate.class)
class RedeploymentTests {
    private static final int DEPLOYMENTS = 100;

    private final RunningTollgate tollgate;

    RedeploymentTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
    }

    @Test
    void aHundredDeploymentsLoseNoRequest() {
        Load load = new Load();
        try (ApiGatewayClient client = Sdk.of(tollgate);
                StubBackend backend = StubBackend.start()) {
            ApiUnderTest api = new ApiUnderTest(client, "deployed often").httpProxy("backend", backend.url("/"));
            String version = api.mockAt("version", "version 0");
            api.deploy("test");
            try (load) {
                for (Door door : List.of(Door.EXPRESS_BY_HOST, Door.CONTAINER_BY_HOST)) {
                    load.client(
                            () -> door.get(tollgate, api.id(), "/test/version"),
                            answer ->
                                    answer.statusCode() == 200 && answer.body().matches("version \\d+"));
                    load.client(
                            () -> door.get(tollgate, api.id(), "/test/backend"),
                            answer ->
                                    answer.statusCode() == 200 && answer.body().equals("hello"));
                }
                for (int i = 1; i <= DEPLOYMENTS; i++) {
                    api.say(version, "version " + i);
                    api.deploy("test");
                }
            }
            assertThat(load.failures()).isEmpty();
            assertThat(load.calls()).isGreaterThan(DEPLOYMENTS);
            Eventually.get(
                    "the last version",
                    () -> Door.EXPRESS_BY_HOST
                            .get(tollgate, api.id(), "/test/version")
                            .body(),
                    body -> body.equals("version " + DEPLOYMENTS));
        }
    }
}
