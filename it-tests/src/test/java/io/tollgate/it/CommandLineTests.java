package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The AWS CLI walks over the management API, a script for each noun. */
@ExtendWith(SharedTollgate.class)
class CommandLineTests {
    private static final Path SCRIPTS = Path.of("src", "test", "cli");

    private record Result(int status, String output) {}

    private static Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    @BeforeAll
    static void thereIsACommandLine() throws IOException, InterruptedException {
        Result installed = run(SCRIPTS, List.of("./install"));
        Assumptions.assumeTrue(installed.status() == 0, installed.output());
    }

    static Stream<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void thereIsAWalkForEachNoun() throws IOException {
        assertThat(scripts())
                .contains(
                        "rest-api.sh",
                        "resource.sh",
                        "method.sh",
                        "integration.sh",
                        "deployment-and-stage.sh",
                        "account-and-tags.sh");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyCallAnswersAsAwsDoes(String script, RunningTollgate tollgate) throws IOException, InterruptedException {
        String exports = RunningTollgate.home().resolve("tollgate") + " env --data '" + tollgate.data() + "' --port "
                + tollgate.launch().port();
        Result walk = run(SCRIPTS, List.of("bash", "-c", "eval \"$(" + exports + ")\" && ./walk " + script));
        assertThat(walk.output()).endsWith("walked " + script + "\n");
        assertThat(walk.status()).isZero();
    }
}
