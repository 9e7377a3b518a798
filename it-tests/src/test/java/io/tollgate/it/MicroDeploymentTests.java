package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.Addresses;
import io.tollgate.it.server.RunningTollgate;
import java.net.URI;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** The WAR on a Payara Micro that nobody has prepared for it: no launcher, no express listener. */
@Tag("deployments")
@ExtendWith(ArquillianExtension.class)
class MicroDeploymentTests {
    @ArquillianResource
    private URI deployed;

    @Deployment(testable = false)
    static WebArchive war() {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(RunningTollgate.home()
                        .resolve("gateway-ear/server/target/ROOT.war")
                        .toFile())
                .as(WebArchive.class);
    }

    private record Micro(URI container, URI express, Path credentials) implements Addresses {}

    @Test
    void theWarAnswersCallsOnPayaraMicro() {
        URI listener = URI.create("http://127.0.0.1:" + deployed.getPort());
        Addresses micro = new Micro(listener, listener, Path.of("target/tollgate/arquillian/credentials"));
        try (ApiGatewayClient client = Sdk.of(micro)) {
            String api = new ApiUnderTest(client, "micro")
                    .mock("hello", "hello from Micro")
                    .deploy("test")
                    .id();
            assertThat(Door.CONTAINER_BY_PATH.get(micro, api, "/test/hello").body())
                    .isEqualTo("hello from Micro");
        }
    }
}
