package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What the README and the guides tell to type is typed here. */
@ExtendWith(SharedTollgate.class)
class DocumentationTests {
    private static final Path HOME = RunningTollgate.home();
    private static final Path DOCS = HOME.resolve("docs-generator/src/docs");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh)?\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern CALL = Pattern.compile("(?m)^  (curl .*)$");

    private final RunningTollgate tollgate;

    DocumentationTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(DOCS)) {
            return Stream.concat(Stream.of(HOME.resolve("README.md"), HOME.resolve("CONTRIBUTING.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    /** The commands that a page tells to type, a block each. */
    private static List<String> commands(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(block -> block.group(2))
                .toList();
    }

    private Process begin(String script) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .directory(HOME.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("TOLLGATE_DATA", tollgate.data().toString());
        shell.environment()
                .put("TOLLGATE_PORT", Integer.toString(tollgate.launch().port()));
        shell.environment()
                .put("TOLLGATE_EXPRESS_PORT", Integer.toString(tollgate.launch().expressPort()));
        return shell.start();
    }

    private String typed(String script) throws IOException, InterruptedException {
        Process shell = begin(script.replace(":8000", ":" + tollgate.launch().expressPort()));
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(script + output).isZero();
        return output;
    }

    /** Types a page's commands with these words for its placeholders. */
    private String typed(Path page, Map<String, String> words) throws IOException, InterruptedException {
        String script = "eval \"$(./tollgate env)\"\n" + String.join("\n", commands(page));
        for (Map.Entry<String, String> word : words.entrySet()) {
            script = script.replaceAll("\\b" + word.getKey() + "\\b", word.getValue());
        }
        return typed(script);
    }

    @Test
    void theFirstMinuteOfTheReadmeWorks() throws IOException, InterruptedException {
        List<String> blocks = commands(HOME.resolve("README.md"));
        // How this gateway was started.
        assertThat(blocks.get(0)).isEqualTo("./tollgate run\n");
        Process demo = begin(blocks.get(1));
        try (BufferedReader said = demo.inputReader()) {
            StringBuilder text = new StringBuilder();
            for (String line = said.readLine(); line != null && !line.startsWith("Ctrl-C"); line = said.readLine()) {
                text.append(line).append('\n');
            }
            List<String> calls = CALL.matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .map(String::strip)
                    .toList();
            assertThat(calls).as(text.toString()).hasSize(4);
            for (String call : calls) {
                assertThat(typed(call.replaceFirst("curl", "curl -sS --fail-with-body")))
                        .isNotEmpty();
            }
            assertThat(typed(blocks.get(2)
                            .replace("curl ", "curl -sS --fail-with-body ")
                            .replace(
                                    "http://{api-id}.execute-api.localhost:8000/{stage}/{path}",
                                    address(calls.get(0)))))
                    .contains("pet-store")
                    .contains("fish");
        } finally {
            demo.descendants().forEach(ProcessHandle::destroy);
            demo.toHandle().destroy();
        }
    }

    private static String address(String call) {
        return call.substring(call.indexOf("http://"));
    }

    private static String deployed(ApiGatewayClient client, String api) {
        return client.createDeployment(deployment -> deployment.restApiId(api).stageName("test"))
                .id();
    }

    @Test
    void theCommandsOfTheGuideToReleasesWork() throws IOException, InterruptedException {
        try (ApiGatewayClient client = Sdk.of(tollgate)) {
            ApiUnderTest api = new ApiUnderTest(client, "releases").mock("hello", "hello");
            String first = deployed(client, api.id());
            String second = deployed(client, api.id());
            String said = typed(
                    DOCS.resolve("guides/releases.md"), Map.of("API", api.id(), "STAGE", "test", "DEPLOYMENT", first));
            assertThat(said).contains("ROLLED_BACK").contains(second);
        }
    }

    @Test
    void theCommandsOfTheGuideToKeysWork() throws IOException, InterruptedException {
        try (ApiGatewayClient client = Sdk.of(tollgate)) {
            String key = client.createApiKey(request -> request.name("typed")).id();
            String plan =
                    client.createUsagePlan(request -> request.name("typed")).id();
            String said = typed(DOCS.resolve("guides/keys-and-plans.md"), Map.of("KEY_ID", key, "PLAN_ID", plan));
            assertThat(said).contains("tollgate:expires-at").contains("month,");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(Path page) throws IOException {
        List<String> links = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @Test
    void thePagesWereSeen() throws IOException {
        assertThat(pages()).hasSizeGreaterThan(20);
    }
}
