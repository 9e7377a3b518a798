package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.RawClient;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningPayara;
import io.tollgate.it.server.RunningTollgate;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The same WAR on Payara Server, alone and in the thin EAR. The other tests run it on Payara Micro. */
@Tag("deployments")
class DeploymentTests {
    private static final Path BOXES = RunningTollgate.home().resolve("gateway-ear");
    private static RunningPayara payara;

    @BeforeAll
    static void start() throws IOException {
        payara = RunningPayara.start("payara-server");
    }

    @AfterAll
    static void stop() {
        if (payara != null) {
            payara.close();
        }
    }

    private static void answersCalls(String name) {
        try (ApiGatewayClient client = Sdk.of(payara)) {
            String api = new ApiUnderTest(client, name)
                    .mock("hello", "hello from " + name)
                    .deploy("test")
                    .id();
            for (Door door : Door.values()) {
                HttpResponse<String> answer = door.get(payara, api, "/test/hello");
                assertThat(answer.statusCode()).as(door.name()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("hello from " + name);
            }
            assertThat(RawClient.untilClosed(payara.container(), "GET /a/%zz HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void theWarAnswersCallsOnPayaraServer() {
        payara.deploy("war", BOXES.resolve("server/target/ROOT.war"), "--contextroot", "/");
        answersCalls("war");
        payara.undeploy("war");
    }

    @Test
    void theEarAnswersCallsOnPayaraServer() {
        payara.deploy("ear", BOXES.resolve("ear/target/tollgate.ear"));
        answersCalls("ear");
        payara.undeploy("ear");
    }
}
