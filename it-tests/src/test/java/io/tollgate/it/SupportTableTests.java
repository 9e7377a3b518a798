package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.Door;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The support table is there for everyone, for programs and for browsers. */
@ExtendWith(SharedTollgate.class)
class SupportTableTests {

    private static HttpResponse<String> get(RunningTollgate tollgate, String accept) {
        return Door.send(HttpRequest.newBuilder(tollgate.container().resolve("/tollgate/support"))
                .header("Accept", accept)
                .build());
    }

    @Test
    void programsGetJson(RunningTollgate tollgate) {
        for (String accept : new String[] {"application/json", "*/*"}) {
            HttpResponse<String> answer = get(tollgate, accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            assertThat(answer.body().split("\"operation\":", -1)).hasSize(1 + 230);
        }
    }

    @Test
    void theDocsHaveTheTableOfThisVersion(RunningTollgate tollgate) throws IOException {
        Path docs = RunningTollgate.home().resolve("docs-generator/src/docs/reference/support.md");
        assertThat(get(tollgate, "text/markdown").body())
                .as("write %s anew: curl -H 'Accept: text/markdown' .../tollgate/support", docs)
                .isEqualTo(Files.readString(docs));
    }

    @Test
    void browsersGetAPage(RunningTollgate tollgate) {
        HttpResponse<String> answer = get(tollgate, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(answer.body()).contains("<p>Of 230 operations: ").contains("PutIntegration");
    }
}
