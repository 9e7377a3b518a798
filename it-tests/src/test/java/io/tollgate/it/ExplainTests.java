package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.LauncherRun;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** What the launcher tells of calls and templates. */
@ExtendWith(SharedTollgate.class)
class ExplainTests {
    private final RunningTollgate tollgate;

    ExplainTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
    }

    private LauncherRun explain(String method, String url, String... more) {
        return LauncherRun.of("explain", method, url)
                .with("--data", tollgate.data().toString())
                .with("--port", Integer.toString(tollgate.launch().port()))
                .with(more)
                .run();
    }

    @Test
    void a_call_is_explained_step_by_step_without_its_secrets() {
        try (ApiGatewayClient client = Sdk.of(tollgate)) {
            String api = new ApiUnderTest(client, "explained")
                    .mock("hello", "{\"hello\": \"$input.params('name')\"}")
                    .deploy("dev")
                    .id();
            String url = "http://" + api + ".execute-api.localhost:8000/dev/hello?name=w%22orld&token=not-to-be-shown";
            LauncherRun call = explain("GET", url, "-H", "x-api-key: also-not-shown", "-H", "X-Quoted: a \"b\" \\c");
            assertThat(call.said())
                    .containsSubsequence("route", "map-request", "integrate", "map-response", "answer", "200", "hello")
                    .contains("X-Quoted: a \"b\" \\c", "x-api-key: ********", "token=********")
                    .doesNotContain("not-to-be-shown", "also-not-shown");
            assertThat(call.status()).isZero();
            assertThat(explain("PUT", api + "/dev/hello").said())
                    .contains("REFUSED MISSING_AUTHENTICATION_TOKEN: no method matches");
        }
    }

    @Test
    void who_does_not_sign_is_told_nothing() {
        HttpRequest unsigned = HttpRequest.newBuilder(tollgate.container().resolve("/tollgate/apis/a/stages/s/explain"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<String> refused = Door.send(unsigned);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    }

    @Test
    void a_template_is_rendered_off_line(@TempDir Path folder) throws IOException {
        Path template = Files.writeString(folder.resolve("t.vtl"), "#set($who = $input.path('$.who'))Hi $who");
        Path event = Files.writeString(folder.resolve("e.json"), "{\"body\": {\"who\": \"you\"}}");
        LauncherRun rendered = LauncherRun.of("vtl", "render")
                .with("--template", template.toString())
                .with("--event", event.toString())
                .run();
        assertThat(rendered.said()).contains("Hi you", "$who = \"you\"");
        assertThat(rendered.status()).isZero();
        Files.writeString(template, "one\n$input.json('$[')");
        LauncherRun failed = LauncherRun.of("vtl", "render")
                .with("--template", template.toString())
                .run();
        assertThat(failed.said()).contains("t.vtl:2:8: Invalid JSON path: $[");
        assertThat(failed.status()).isEqualTo(1);
    }
}
