package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.ExampleJar;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** A jar that is dropped into the plugin folder is in service without a restart, as is every later version. */
@ExtendWith(SharedTollgate.class)
class PluginFolderTests {
    private final RunningTollgate tollgate;
    private final Path folder;

    @TempDir
    private Path work;

    PluginFolderTests(RunningTollgate tollgate) throws IOException {
        this.tollgate = tollgate;
        this.folder = Files.createDirectories(tollgate.data().resolve("plugins"));
    }

    /** Puts a jar into the folder as a whole: the gateway never sees half of it. */
    private void drop(Path jar, String name) throws IOException {
        Path beside = Files.copy(jar, folder.resolve(name + ".part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private void comes(ApiUnderTest api, int status, String body) {
        Eventually.get(
                status + " " + body,
                () -> Door.EXPRESS_BY_PATH.get(tollgate, api.id(), "/test/greet"),
                (HttpResponse<String> answer) ->
                        answer.statusCode() == status && answer.body().contains(body));
    }

    @Test
    void aJarIsLoadedReplacedAndDroppedWhileCallsGoOn() throws IOException {
        try (ApiGatewayClient client = Sdk.of(tollgate)) {
            ApiUnderTest api = new ApiUnderTest(client, "greets by a plugin")
                    .aws("greet", "arn:aws:apigateway:us-east-1:example:path/world")
                    .mock("other", "still here")
                    .deploy("test");
            comes(api, 500, "Internal server error");

            drop(ExampleJar.thatSays("Hello", work), "example.jar");
            comes(api, 200, "Hello, world!");

            drop(ExampleJar.thatSays("Welcome", work), "example.jar");
            comes(api, 200, "Welcome, world!");

            Files.writeString(work.resolve("broken.jar"), "this is no archive");
            drop(work.resolve("broken.jar"), "broken.jar");
            drop(work.resolve("broken.jar"), "example.jar");
            Eventually.get("a report", tollgate::log, log -> log.contains("broken.jar") && log.contains("example.jar"));
            comes(api, 200, "Welcome, world!");
            assertThat(Door.EXPRESS_BY_PATH
                            .get(tollgate, api.id(), "/test/other")
                            .body())
                    .isEqualTo("still here");

            Files.delete(folder.resolve("broken.jar"));
            Files.delete(folder.resolve("example.jar"));
            comes(api, 500, "Internal server error");
        }
    }
}
