package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.Launch;
import io.tollgate.it.server.LauncherRun;
import io.tollgate.it.server.RunningTollgate;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What {@code ./tollgate package} leaves. */
class PackageTests {
    private static final Path DIST = RunningTollgate.home().resolve("dist");

    @Test
    void theJarRunsByItselfAndKeepsTheCaseOfHeaderNames() {
        LauncherRun packing = LauncherRun.of("package").run();
        assertThat(packing.status()).as(packing.said()).isZero();
        assertThat(DIST.resolve("ROOT.war")).isNotEmptyFile();
        assertThat(DIST.resolve("tollgate.ear")).isNotEmptyFile();
        try (RunningTollgate tollgate = RunningTollgate.start(Launch.named("jar"), DIST.resolve("tollgate.jar"));
                ApiGatewayClient client = Sdk.of(tollgate)) {
            String api = new ApiUnderTest(client, "in a jar")
                    .mock("hello", "$input.params('X-MiXed')")
                    .deploy("test")
                    .id();
            for (Door door : Door.values()) {
                assertThat(Door.send(door.request(tollgate, api, "/test/hello")
                                        .header("X-MiXed", "as sent")
                                        .build())
                                .body())
                        .as(door.name())
                        .isEqualTo("as sent");
            }
        }
    }
}
