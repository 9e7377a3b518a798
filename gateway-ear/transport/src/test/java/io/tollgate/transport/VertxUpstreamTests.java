package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VertxUpstreamTests {
    /** Milliseconds in which every answer that comes at all has come. */
    private static final int ENOUGH = 29_000;

    private EventLoops loops;
    private VertxUpstream upstream;

    @BeforeAll
    void open() {
        loops = EventLoops.start(2);
        upstream = new VertxUpstream(loops, UpstreamSettings.DEFAULTS);
    }

    @AfterAll
    void close() {
        upstream.close();
        loops.close();
    }

    private UpstreamResponse send(String method, String uri, Body body, int millis) {
        UpstreamRequest request =
                new UpstreamRequest(method, uri, Headers.of("X-Sent", "Yes"), body, Duration.ofMillis(millis), false);
        return upstream.send(request).toCompletableFuture().join();
    }

    private Reason failure(String uri, int millis) {
        try {
            UpstreamResponse response = send("GET", uri, Body.EMPTY, millis);
            response.body().read(1 << 24).toCompletableFuture().join();
        } catch (CompletionException failed) {
            return failed.getCause() instanceof UpstreamException known ? known.reason() : null;
        }
        throw new AssertionError("the call succeeded");
    }

    private static String text(UpstreamResponse response) {
        return new String(response.body().read(1 << 24).toCompletableFuture().join(), StandardCharsets.UTF_8);
    }

    @Nested
    class A_call_that_succeeds {

        @Test
        void sends_the_target_and_the_fields_exactly_as_given() throws IOException {
            try (Backend backend =
                    Backend.answering("HTTP/1.1 200 OK\r\nX-Got: It\r\nContent-Length: 5\r\n\r\nhello")) {
                UpstreamResponse response = send("GET", backend.url("/a%2Fb//c/../d?x=%zz&y"), Body.EMPTY, ENOUGH);
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.headers().name(0)).isEqualTo("X-Got");
                assertThat(text(response)).isEqualTo("hello");
                assertThat(backend.heads.get(0))
                        .startsWith("GET /a%2Fb//c/../d?x=%zz&y HTTP/1.1\r\n")
                        .contains("X-Sent: Yes\r\n")
                        .containsIgnoringCase("Host: 127.0.0.1:" + backend.port() + "\r\n")
                        .doesNotContain("Via")
                        .doesNotContain("Content-Length");
            }
        }

        @Test
        void sends_a_body_and_reads_chunks() throws IOException {
            try (Backend backend = new Backend((head, in, out) -> {
                String sent = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                out.write(("HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n" + sent
                                + "\r\n1\r\n!\r\n0\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
            })) {
                UpstreamResponse response =
                        send("POST", backend.url("/"), Body.of("ping".getBytes(StandardCharsets.US_ASCII)), ENOUGH);
                assertThat(text(response)).isEqualTo("ping!");
                assertThat(backend.heads.get(0)).containsIgnoringCase("content-length: 4");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH", "DELETE", "POST"})
        void may_have_any_verb(String verb) throws IOException {
            try (Backend backend = Backend.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
                assertThat(send(verb, backend.url("/v"), Body.EMPTY, ENOUGH).status())
                        .isEqualTo(204);
                assertThat(backend.heads.get(0)).startsWith(verb + " /v");
            }
        }

        @Test
        void uses_a_connection_again_and_survives_that_the_backend_closed_it() throws IOException {
            try (Backend backend = new Backend((head, in, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                if (head.contains("/last")) {
                    throw new IOException("closed after its answer");
                }
            })) {
                for (String path : new String[] {"/a", "/last", "/b", "/last", "/c"}) {
                    assertThat(text(send("GET", backend.url(path), Body.EMPTY, ENOUGH)))
                            .isEqualTo("ok");
                }
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
                    "HTTP/1.1 200 OK\r\n\r\nok"
                })
        void reads_an_answer_to_its_end_although_the_backend_has_closed_meanwhile(String answer) throws Exception {
            try (Backend backend = new Backend((head, in, out) -> {
                        out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
                        out.flush();
                        throw new IOException("closed after its answer");
                    });
                    Backend other = Backend.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
                UpstreamResponse response = send("GET", backend.url("/"), Body.EMPTY, ENOUGH);
                backend.awaitAllClosed();
                for (int i = 0; i < 8; i++) {
                    // Each loop goes round at least once and sees that the connection has ended.
                    send("GET", other.url("/"), Body.EMPTY, ENOUGH);
                }
                assertThat(text(response)).isEqualTo("ok");
            }
        }

        @Test
        void passes_over_interim_answers() throws IOException {
            try (Backend backend = Backend.answering(
                    "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n1")) {
                assertThat(text(send("GET", backend.url("/"), Body.EMPTY, ENOUGH)))
                        .isEqualTo("1");
            }
        }
    }

    @Nested
    class A_call_that_fails {

        @ParameterizedTest
        @ValueSource(strings = {"ftp://x/", "http://", "http://a:99999/", "/relative", "http://a/b c", "http://u@h/"})
        void because_of_a_bad_address(String uri) {
            assertThat(failure(uri, ENOUGH)).isEqualTo(Reason.BAD_ADDRESS);
        }

        @Test
        void because_nobody_listens() throws IOException {
            // Bound and not listening: the port is nobody else's as long as the test runs.
            try (Socket silent = new Socket()) {
                silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                assertThat(failure("http://127.0.0.1:" + silent.getLocalPort() + "/", ENOUGH))
                        .isEqualTo(Reason.UNREACHABLE);
            }
        }

        @Test
        void because_the_backend_is_silent() throws IOException {
            try (Backend backend = new Backend((head, in, out) -> in.read())) {
                assertThat(failure(backend.url("/"), 100)).isEqualTo(Reason.TIMEOUT);
            }
        }

        @Test
        void because_the_backend_sends_garbage() throws IOException {
            try (Backend backend = Backend.answering("no http at all\r\n\r\n")) {
                assertThat(failure(backend.url("/"), ENOUGH)).isEqualTo(Reason.BROKEN);
            }
        }

        @Test
        void because_the_backend_closes_without_an_answer() throws IOException {
            try (Backend backend = new Backend((head, in, out) -> {
                throw new IOException("closed");
            })) {
                assertThat(failure(backend.url("/"), ENOUGH)).isEqualTo(Reason.BROKEN);
            }
        }

        @Test
        void because_the_backend_breaks_off_in_the_middle_of_the_body() throws IOException {
            try (Backend backend = new Backend((head, in, out) -> {
                out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                throw new IOException("closed");
            })) {
                UpstreamResponse response = send("GET", backend.url("/"), Body.EMPTY, ENOUGH);
                assertThat(response.body().read(100).toCompletableFuture()).failsWithin(Backend.PATIENCE);
            }
        }

        @Test
        void because_the_answer_is_larger_than_ten_megabytes() throws IOException {
            try (Backend backend = Backend.answering("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n")) {
                assertThat(failure(backend.url("/"), ENOUGH)).isEqualTo(Reason.BROKEN);
            }
        }
    }
}
