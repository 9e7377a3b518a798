package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.RawClient;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never reach an API, sent byte by byte to both listeners. */
@ExtendWith(SharedTollgate.class)
class HygieneTests {
    private static final String SMUGGLED = "GET /ping HTTP/1.1\r\nHost: a.execute-api.localhost\r\n\r\n";

    private final RunningTollgate tollgate;

    HygieneTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /t HTTP/1.1|Host: a.execute-api.localhost|Content-Length: 1|Content-Length: 2||xx",
                "POST /t HTTP/1.1|Host: a.execute-api.localhost|Transfer-Encoding: chunked|Content-Length: 1||0||",
                "POST /t HTTP/1.1|Host: a.execute-api.localhost|Transfer-Encoding: gzip, chunked||0||",
                "GET /t HTTP/1.1|Host: a.execute-api.localhost|Host: b.execute-api.localhost||",
                "GET /t/%zz HTTP/1.1|Host: a.execute-api.localhost||",
                "GET /t/%4 HTTP/1.1|Host: a.execute-api.localhost||",
                "POST /%% HTTP/1.1|Host: a.execute-api.localhost|Content-Length: 5||hello",
                "GET /t/../restapis HTTP/1.1|Host: a.execute-api.localhost||",
                "GET /t/%2e%2e/restapis HTTP/1.1|Host: a.execute-api.localhost||"
            })
    void anAmbiguousRequestIsRefusedAndNothingBehindItIsRead(String lines) {
        for (URI listener : new URI[] {tollgate.express(), tollgate.container()}) {
            String answer = RawClient.untilClosed(listener, lines.replace("|", "\r\n") + SMUGGLED);
            assertThat(answer).as(listener.toString()).startsWith("HTTP/1.1 400 ");
            assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
        }
    }

    @Test
    void newerStatusesHaveTheirNames() {
        String long431 = "GET /t HTTP/1.1\r\nHost: a.execute-api.localhost\r\nX: " + "x".repeat(10_300) + "\r\n\r\n";
        for (URI listener : new URI[] {tollgate.express(), tollgate.container()}) {
            assertThat(RawClient.untilClosed(listener, long431))
                    .startsWith("HTTP/1.1 431 Request Header Fields Too Large\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /t HTTP/1.1|Host: a.execute-api.localhost|Host: b.execute-api.localhost||",
                "GET /t/%zz HTTP/1.1|Host: a.execute-api.localhost||",
                "GET /t/../restapis HTTP/1.1|Host: a.execute-api.localhost||"
            })
    void aRefusalSaysWhyAndHasARequestId(String lines) {
        for (URI listener : new URI[] {tollgate.express(), tollgate.container()}) {
            assertThat(RawClient.untilClosed(listener, lines.replace("|", "\r\n")))
                    .as(listener.toString())
                    .containsIgnoringCase("x-amzn-RequestId: ")
                    .contains("{\"message\":\"Bad Request: ");
        }
    }
}
