package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener and the client together: what a client and a backend see of each other. */
class ProxyTests extends OnAProxy {
    private static final String HOST = "Host: h\r\n";
    private static final int LARGE = 9 << 20;

    @Override
    CompletionStage<Answer> proxy(Incoming incoming) {
        UpstreamRequest request = new UpstreamRequest(
                incoming.method(),
                backend.url(incoming.rawPath()),
                new Headers(incoming.headers()).remove("Expect"),
                incoming.body(),
                Duration.ofSeconds(29),
                false);
        return upstream.send(request)
                .handle((response, failure) -> failure == null
                        ? new Answer(response.status(), response.headers(), response.body())
                        : new Answer(502, new Headers(), Body.EMPTY));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] large() {
        byte[] content = new byte[LARGE];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * 31 >> 3);
        }
        return content;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\n\r\nhello",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
                "\r\nhello"
            })
    void an_answer_reaches_the_client_whole_however_the_backend_frames_it(String rest) throws IOException {
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nX-B: c\r\n" + rest));
            out.flush();
            if (rest.startsWith("\r\n")) {
                throw new IOException("the end of the connection ends the body");
            }
        })) {
            backend = here;
            String answer =
                    RawClient.untilClosed(listener.port(), "GET /a HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\nX-B: c\r\n").contains("\r\nDate: ");
            assertThat(answer.replace("5\r\nhello\r\n0\r\n\r\n", "hello")
                            .replace("2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", "hello"))
                    .endsWith("\r\n\r\nhello");
        }
    }

    @Test
    void a_large_answer_reaches_a_client_that_reads_late() throws Exception {
        byte[] content = large();
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n"));
            out.write(content, 0, 1 << 20);
            begun.complete(true);
            out.write(content, 1 << 20, LARGE - (1 << 20));
        })) {
            backend = here;
            try (Socket socket = connect()) {
                socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\n" + HOST + "\r\n"));
                assertThat(begun.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(Backend.head(socket.getInputStream())).contains("Content-Length: " + LARGE);
                assertThat(socket.getInputStream().readNBytes(LARGE)).isEqualTo(content);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_large_request_reaches_a_backend_that_reads_late(boolean chunked) throws IOException {
        byte[] content = large();
        CompletableFuture<Boolean> sent = new CompletableFuture<>();
        try (Backend here = new Backend((head, in, out) -> {
            sent.join();
            byte[] got = chunked ? readChunks(in) : in.readNBytes(LARGE);
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + (Arrays.equals(got, content) ? 1 : 0)));
        })) {
            backend = here;
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write(bytes("POST / HTTP/1.1\r\n" + HOST
                                + (chunked
                                        ? "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LARGE) + "\r\n"
                                        : "Content-Length: " + LARGE + "\r\n\r\n")));
                socket.getOutputStream().write(content, 0, 200_000);
                sent.complete(true);
                socket.getOutputStream().write(content, 200_000, LARGE - 200_000);
                socket.getOutputStream().write(bytes(chunked ? "\r\n0\r\n\r\n" : ""));
                assertThat(Backend.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                assertThat(socket.getInputStream().read()).isEqualTo('1');
            }
        }
    }

    private static byte[] readChunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            all.write(in.readNBytes(size));
            in.readNBytes(2);
        }
        in.readNBytes(2);
        return all.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    @Test
    void a_client_that_waits_for_100_sends_its_body_once_the_backend_is_connected() throws IOException {
        try (Backend here = new Backend((head, in, out) -> {
            byte[] got = in.readNBytes(4);
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n"));
            out.write(got);
        })) {
            backend = here;
            try (Socket socket = connect()) {
                socket.getOutputStream()
                        .write(bytes(
                                "PUT / HTTP/1.1\r\n" + HOST + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n"));
                assertThat(Backend.head(socket.getInputStream())).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
                socket.getOutputStream().write(bytes("ping"));
                assertThat(Backend.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                assertThat(socket.getInputStream().readNBytes(4)).isEqualTo(bytes("ping"));
            }
            assertThat(here.heads.get(0)).doesNotContainIgnoringCase("expect");
        }
    }

    @Test
    void a_client_that_goes_away_ends_the_call_to_the_backend() throws Exception {
        CompletableFuture<Boolean> called = new CompletableFuture<>();
        CompletableFuture<Integer> ended = new CompletableFuture<>();
        try (Backend here = new Backend((head, in, out) -> {
            called.complete(true);
            try {
                ended.complete(in.read());
            } catch (SocketException reset) {
                ended.complete(-1);
            }
        })) {
            backend = here;
            try (Socket socket = connect()) {
                socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\n" + HOST + "\r\n"));
                called.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            assertThat(ended.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 10\r\n\r\nhalf", "Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"})
    void an_answer_that_breaks_off_is_never_taken_for_a_whole_one(String rest) throws IOException {
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n" + rest));
            out.flush();
            throw new IOException("closed");
        })) {
            backend = here;
            try (Socket socket = connect()) {
                socket.getOutputStream().write(bytes("GET / HTTP/1.1\r\n" + HOST + "\r\n"));
                StringBuilder got = new StringBuilder();
                try {
                    for (int c = socket.getInputStream().read();
                            c >= 0;
                            c = socket.getInputStream().read()) {
                        got.append((char) c);
                    }
                } catch (SocketException reset) {
                    got.append("<reset>");
                }
                assertThat(got.toString()).doesNotContain("\r\n0\r\n\r\n").doesNotContain("Content-Length: 4\r\n");
            }
        }
    }

    @Test
    void answers_come_in_the_order_of_the_requests_on_one_connection() throws IOException {
        try (Backend here = new Backend((head, in, out) -> {
            String path = head.split(" ", 3)[1];
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path));
        })) {
            backend = here;
            StringBuilder requests = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                requests.append("POST /r").append(i).append(" HTTP/1.1\r\n").append(HOST);
                requests.append(i == 49 ? "Connection: close\r\n" : "").append("Content-Length: 0\r\n\r\n");
            }
            String answers = RawClient.untilClosed(listener.port(), requests.toString());
            int at = -1;
            for (int i = 0; i < 50; i++) {
                int next = answers.indexOf("\r\n\r\n/r" + i, at + 1);
                assertThat(next).as("answer %d", i).isGreaterThan(at);
                at = next;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD / HTTP/1.1", "GET /304 HTTP/1.1", "GET /204 HTTP/1.1"})
    void an_answer_without_a_body_ends_with_its_head(String line) throws IOException {
        try (Backend here = new Backend((head, in, out) -> {
            String status =
                    head.contains("/304") ? "304 Not Modified" : head.contains("/204") ? "204 No Content" : "200 OK";
            out.write(bytes("HTTP/1.1 " + status + "\r\n" + (status.startsWith("204") ? "" : "Content-Length: 77\r\n")
                    + "\r\n"));
        })) {
            backend = here;
            String answers = RawClient.untilClosed(
                    listener.port(),
                    line + "\r\n" + HOST + "\r\n" + line + "\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(answers).endsWith("\r\n\r\n").doesNotContain("Content-Length: 0");
            assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(3);
            assertThat(here.heads).hasSize(2);
        }
    }
}
