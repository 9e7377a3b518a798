package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the listener does about clients that are slow, many or not what they seem, and handlers that misbehave. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressLimitsTests {
    private static final String GET = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final int LONGEST_HEAD = 10_240;

    private EventLoops loops;

    @BeforeAll
    void open() {
        loops = EventLoops.start(2);
    }

    @AfterAll
    void close() {
        loops.close();
    }

    private ExpressListener listener(int connections, Duration head, Duration idle) {
        return listener(
                connections,
                head,
                idle,
                incoming ->
                        incoming.body().read(1 << 24).handle((bytes, failure) -> ok(failure == null ? "ok" : "cut")));
    }

    private ExpressListener listener(
            int connections, Duration head, Duration idle, Function<Incoming, CompletionStage<Answer>> handler) {
        ExpressSettings settings = new ExpressSettings(
                "127.0.0.1", 0, 10_240, LONGEST_HEAD, 1 << 20, connections, head, idle, Duration.ofMillis(10));
        return ExpressListener.start(loops, settings, handler);
    }

    private static Answer ok(String text) {
        return new Answer(200, new Headers(), Body.of(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Socket connect(ExpressListener listener) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port());
        socket.setSoTimeout(60_000);
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (SocketException reset) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\nHost: h\r\n", "GET / HTTP/1.1\r\nHost: h\r\nX: "})
    void a_head_that_does_not_end_ends_the_connection(String beginning) throws IOException {
        try (ExpressListener listener = listener(9, SHORT, LONG);
                Socket socket = connect(listener)) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void a_head_that_trickles_in_does_not_gain_time() throws IOException {
        try (ExpressListener listener = listener(9, SHORT, LONG);
                Socket socket = connect(listener)) {
            assertThat(isClosedUnderATrickle(socket)).isTrue();
        }
    }

    /** Whether the other side had enough, without an answer, before so much had been sent that it is too much. */
    private static boolean isClosedUnderATrickle(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));
        socket.setSoTimeout(1);
        for (int count = 0; count < LONGEST_HEAD; count++) {
            try {
                socket.getOutputStream().write('x');
                return socket.getInputStream().read() < 0;
            } catch (SocketTimeoutException open) {
                assertThat(open).isNotNull();
            } catch (SocketException closed) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", GET, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nhalf"})
    void a_silent_client_is_let_go(String beginning) throws IOException {
        try (ExpressListener listener = listener(9, LONG, SHORT);
                Socket socket = connect(listener)) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            assertThat(rest(socket)).doesNotContain("cut");
        }
    }

    @Test
    void a_connection_beyond_the_bound_is_closed_and_the_others_go_on() throws IOException {
        try (ExpressListener listener = listener(1, LONG, LONG);
                Socket first = connect(listener)) {
            first.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            assertThat(Backend.head(first.getInputStream())).startsWith("HTTP/1.1 200");
            first.getInputStream().readNBytes(2);
            try (Socket second = connect(listener)) {
                assertThat(rest(second)).isEmpty();
            }
            first.getOutputStream().write(GET.getBytes(StandardCharsets.US_ASCII));
            assertThat(Backend.head(first.getInputStream())).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void a_request_cut_at_any_byte_and_sent_in_two_pieces_is_one_request() throws Exception {
        String request = "POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
        try (ExpressListener listener = listener(9, LONG, LONG);
                Socket socket = connect(listener)) {
            socket.setTcpNoDelay(true);
            for (int cut = 1; cut < request.length(); cut++) {
                socket.getOutputStream().write(request.substring(0, cut).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                Turns.await(loops);
                socket.getOutputStream().write(request.substring(cut).getBytes(StandardCharsets.US_ASCII));
                assertThat(Backend.head(socket.getInputStream()))
                        .as("cut at %d", cut)
                        .startsWith("HTTP/1.1 200");
                assertThat(socket.getInputStream().readNBytes(2)).isEqualTo(new byte[] {'o', 'k'});
            }
        }
    }

    @Test
    void an_answer_that_would_split_the_head_becomes_500() throws IOException {
        try (ExpressListener listener = listener(
                9,
                LONG,
                LONG,
                incoming -> CompletableFuture.completedFuture(
                        new Answer(200, Headers.of("X", "a\r\nSet-Cookie: b"), Body.EMPTY)))) {
            assertThat(RawClient.untilClosed(listener.port(), GET))
                    .startsWith("HTTP/1.1 500")
                    .doesNotContain("Set-Cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, 101, 199, 600, 999})
    void an_answer_with_a_status_that_is_none_becomes_500(int status) throws IOException {
        try (ExpressListener listener = listener(
                9,
                LONG,
                LONG,
                incoming -> CompletableFuture.completedFuture(new Answer(status, new Headers(), Body.EMPTY)))) {
            assertThat(RawClient.untilClosed(listener.port(), GET)).startsWith("HTTP/1.1 500");
        }
    }

    @Test
    void a_handler_that_fails_becomes_500() throws IOException {
        try (ExpressListener listener = listener(9, LONG, LONG, incoming -> {
                    throw new IllegalStateException("at once");
                });
                ExpressListener later = listener(
                        9,
                        LONG,
                        LONG,
                        incoming -> CompletableFuture.failedFuture(new IllegalStateException("later")))) {
            assertThat(RawClient.untilClosed(listener.port(), GET))
                    .startsWith("HTTP/1.1 500")
                    .doesNotContain("at once");
            assertThat(RawClient.untilClosed(later.port(), GET))
                    .startsWith("HTTP/1.1 500")
                    .doesNotContain("later");
        }
    }

    @Test
    void an_answer_before_the_body_has_arrived_reaches_the_client_that_still_sends() throws IOException {
        try (ExpressListener listener = listener(9, LONG, LONG, incoming -> {
                    incoming.body().discard();
                    return CompletableFuture.completedFuture(ok("early"));
                });
                Socket socket = connect(listener)) {
            String head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 600000\r\n\r\n";
            socket.getOutputStream().write((head + "x".repeat(600_000)).getBytes(StandardCharsets.US_ASCII));
            assertThat(Backend.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
            assertThat(socket.getInputStream().readNBytes(5)).isEqualTo("early".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void the_old_version_gets_no_chunks_and_is_closed_unless_it_asks_otherwise() throws IOException {
        try (ExpressListener listener = listener(9, LONG, LONG)) {
            assertThat(RawClient.untilClosed(listener.port(), "GET / HTTP/1.0\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("Connection: close");
            String two = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.0\r\n\r\n";
            assertThat(RawClient.untilClosed(listener.port(), two).split("HTTP/1.1 200", -1))
                    .hasSize(3);
        }
    }

    @Test
    void loops_are_one_for_each_core() {
        assertThat(loops.all()).hasSize(2).doesNotHaveDuplicates();
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();
        loops.all().get(0).run(() -> first.complete(Thread.currentThread()));
        loops.all().get(1).run(() -> second.complete(Thread.currentThread()));
        assertThat(first.join()).isNotSameAs(second.join());
    }
}
