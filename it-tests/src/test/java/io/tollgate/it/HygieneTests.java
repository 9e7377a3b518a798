package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
    void anAmbiguousRequestIsRefusedAndNothingBehindItIsRead(String lines) throws IOException {
        for (URI listener : new URI[] {tollgate.express(), tollgate.container()}) {
            String answer = send(listener, lines.replace("|", "\r\n") + SMUGGLED);
            assertThat(answer).as(listener.toString()).startsWith("HTTP/1.1 400 ");
            assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /t HTTP/1.1|Host: a.execute-api.localhost|Host: b.execute-api.localhost||",
                "GET /t/%zz HTTP/1.1|Host: a.execute-api.localhost||",
                "GET /t/../restapis HTTP/1.1|Host: a.execute-api.localhost||"
            })
    void aRefusalSaysWhyAndHasARequestId(String lines) throws IOException {
        for (URI listener : new URI[] {tollgate.express(), tollgate.container()}) {
            assertThat(send(listener, lines.replace("|", "\r\n")))
                    .as(listener.toString())
                    .containsIgnoringCase("x-amzn-RequestId: ")
                    .contains("{\"message\":\"Bad Request: ");
        }
    }

    /** Everything the listener sent until it closed the connection. */
    private static String send(URI listener, String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
