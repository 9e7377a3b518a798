package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The AWS SDK for JavaScript builds an API with a usage plan, calls it and takes it away. */
@ExtendWith(SharedTollgate.class)
class NodeSdkTests {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path WORK = Path.of("target", "node");

    private static String run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(WORK.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    @Test
    void walksFromTheFirstCallToTheLast(RunningTollgate tollgate) throws IOException, InterruptedException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "walk.mjs")) {
            Files.copy(SOURCES.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        run(Map.of(), List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"));
        Map<String, String> credentials = Map.of(
                "AWS_SHARED_CREDENTIALS_FILE",
                tollgate.credentials().toAbsolutePath().toString(),
                "AWS_PROFILE",
                "tollgate");
        String output = run(
                credentials,
                List.of(
                        "node",
                        "walk.mjs",
                        tollgate.container().toString(),
                        tollgate.express().toString()));
        assertThat(output).contains("walked");
    }
}
