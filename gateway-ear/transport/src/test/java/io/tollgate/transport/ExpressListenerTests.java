package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpressListenerTests {
    private static final String HOST = "Host: a.execute-api.localhost\r\n";

    private final List<Incoming> seen = new CopyOnWriteArrayList<>();
    private EventLoops loops;
    private ExpressListener listener;

    @BeforeAll
    void open() {
        loops = EventLoops.start(2);
        ExpressSettings settings = ExpressSettings.at("127.0.0.1", 0).drainingFor(Duration.ofSeconds(2));
        listener = ExpressListener.start(loops, settings, this::echo);
    }

    @BeforeEach
    void forget() {
        seen.clear();
    }

    @AfterAll
    void close() {
        listener.close();
        loops.close();
    }

    private CompletionStage<Answer> echo(Incoming incoming) {
        seen.add(incoming);
        return incoming.body()
                .read(1 << 24)
                .handle((bytes, failure) -> failure == null
                        ? new Answer(200, Headers.of("X-Method", incoming.method()), Body.of(bytes))
                        : new Answer(413, new Headers(), Body.EMPTY));
    }

    private String send(String bytes) throws IOException {
        return RawClient.untilClosed(listener.port(), bytes);
    }

    @Nested
    class A_sound_request {

        @Test
        void arrives_undecoded_and_is_answered() throws IOException {
            String answer = send("GET /test/a%2Fb//c;x=1/...%2e/.b/c.?q=%zz&r=/../ HTTP/1.1\r\n" + HOST
                    + "Connection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("X-Method: GET");
            assertThat(seen.get(0).rawPath()).isEqualTo("/test/a%2Fb//c;x=1/...%2e/.b/c.");
            assertThat(seen.get(0).rawQuery()).isEqualTo("q=%zz&r=/../");
            assertThat(seen.get(0).host()).isEqualTo("a.execute-api.localhost");
            assertThat(seen.get(0).remoteAddress()).isEqualTo("127.0.0.1");
        }

        @Test
        void may_have_a_body_of_known_length_or_in_chunks() throws IOException {
            assertThat(send("POST /t HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\nConnection: close\r\n\r\nhello"))
                    .endsWith("\r\n\r\nhello");
            assertThat(
                            send(
                                    "POST /t HTTP/1.1\r\n" + HOST
                                            + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n"))
                    .endsWith("\r\n\r\nhello");
        }

        @Test
        void may_come_behind_others_on_one_connection() throws IOException {
            String answer = send("GET /1 HTTP/1.1\r\n" + HOST + "\r\nGET /2 HTTP/1.1\r\n" + HOST
                    + "\r\nGET /3 HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(answer.split("HTTP/1.1 200 OK", -1)).hasSize(4);
            assertThat(seen).extracting(Incoming::rawPath).containsExactly("/1", "/2", "/3");
        }

        @Test
        void gets_a_head_without_a_body_for_HEAD() throws IOException {
            String answer = send("HEAD /t HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\n");
        }

        @Test
        void gets_100_continue_when_it_asks_for_it() throws IOException {
            assertThat(send("POST /t HTTP/1.1\r\n" + HOST
                            + "Expect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi"))
                    .startsWith("HTTP/1.1 100 Continue")
                    .endsWith("hi");
        }

        @Test
        void may_arrive_byte_by_byte() throws IOException {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                socket.setSoTimeout(60_000);
                socket.setTcpNoDelay(true);
                for (byte one : ("GET /slow HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1)) {
                    socket.getOutputStream().write(one);
                    socket.getOutputStream().flush();
                }
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                        .startsWith("HTTP/1.1 200 OK");
            }
        }
    }

    @Nested
    class An_ambiguous_or_malformed_request {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "POST /t HTTP/1.1|Host: h|Content-Length: 1|Content-Length: 1||x",
                    "POST /t HTTP/1.1|Host: h|Content-Length: 1|Content-Length: 2||xx",
                    "POST /t HTTP/1.1|Host: h|Content-Length: 1|Transfer-Encoding: chunked||0||",
                    "POST /t HTTP/1.1|Host: h|Transfer-Encoding: chunked|Transfer-Encoding: chunked||0||",
                    "POST /t HTTP/1.1|Host: h|Transfer-Encoding: gzip, chunked||0||",
                    "POST /t HTTP/1.0|Transfer-Encoding: chunked||0||",
                    "POST /t HTTP/1.1|Host: h|Content-Length: +1||x",
                    "POST /t HTTP/1.1|Host: h|Content-Length: 1, 1||x",
                    "POST /t HTTP/1.1|Host: h|Content-Length: ||x",
                    "GET /t HTTP/1.1|Host: h|Host: h||",
                    "GET /t HTTP/1.1||",
                    "GET /t HTTP/1.1|Host: h|X-Fold: a| b||",
                    "GET /t HTTP/1.1| X-First: a|Host: h||",
                    "GET /t HTTP/1.1|Host : h||",
                    "GET /t HTTP/1.1|Host: h|Bad Name: v||",
                    "GET /t HTTP/1.1|Host: h|: v||",
                    "GET /t HTTP/1.1|Host: h|NoColon||",
                    "GET /t HTTP/1.1|Host: h|B\u0001d: v||",
                    "GET /t HTTP/1.1|Host: h|X: a\u0000b||",
                    "GET /t\u0001 HTTP/1.1|Host: h||",
                    "GET /t HTTP/1.1|Host: h\nX: y||",
                    "GET  /t HTTP/1.1|Host: h||",
                    "GET /t/%zz HTTP/1.1|Host: h||",
                    "GET /t/%4 HTTP/1.1|Host: h||",
                    "GET /% HTTP/1.1|Host: h||",
                    "GET /%4?q HTTP/1.1|Host: h||",
                    "GET /t/.. HTTP/1.1|Host: h||",
                    "GET /../t HTTP/1.1|Host: h||",
                    "GET /./t HTTP/1.1|Host: h||",
                    "GET /t/.?q HTTP/1.1|Host: h||",
                    "GET /t/%2e%2E/u HTTP/1.1|Host: h||",
                    "GET /t/.%2e/u HTTP/1.1|Host: h||",
                    "GET /t|Host: h||",
                    "GET /t HTTP/1.1|Host: h|X: a\rb||"
                })
        void is_refused_with_400_and_the_connection_is_closed(String lines) throws IOException {
            String answer = send(lines.replace("|", "\r\n") + "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("x-amzn-RequestId")
                    .contains("{\"message\":\"");
            assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
            assertThat(seen).isEmpty();
        }

        @Test
        void with_a_pipe_in_its_query_that_is_not_escaped_is_refused_as_at_aws() throws IOException {
            assertThat(send("GET /t?a=b|c HTTP/1.1\r\n" + HOST + "\r\n")).startsWith("HTTP/1.1 400 ");
            assertThat(seen).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"zz\r\n", "-1\r\n", "5\nhello\r\n0\r\n\r\n", "fffffffffff\r\n"})
        void with_a_bad_chunk_size_never_reaches_a_second_request(String chunks) throws IOException {
            String answer = send("POST /t HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + chunks
                    + "GET /smuggled HTTP/1.1\r\n" + HOST + "\r\n");
            assertThat(answer).doesNotContain("HTTP/1.1 200");
            assertThat(seen).noneMatch(one -> one.rawPath().equals("/smuggled"));
        }
    }

    @Nested
    class A_request_beyond_a_limit {

        @Test
        void gets_414_for_a_long_target() throws IOException {
            assertThat(send("GET /" + "a".repeat(10_241) + " HTTP/1.1\r\n" + HOST + "\r\n"))
                    .startsWith("HTTP/1.1 414");
        }

        @Test
        void gets_431_for_long_fields() throws IOException {
            assertThat(send("GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(10_300) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431");
        }

        @Test
        void gets_413_for_a_long_announced_body_before_it_is_sent() throws IOException {
            assertThat(send("POST / HTTP/1.1\r\n" + HOST + "Content-Length: 10485761\r\n\r\n"))
                    .startsWith("HTTP/1.1 413")
                    .contains("HTTP content length exceeded 10485760 bytes.");
        }

        @Test
        void gets_no_more_than_the_limit_through_in_chunks() throws IOException {
            String head = "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n";
            String most = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").repeat(10);
            assertThat(send(head + most + "0\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(send(head + most + "1\r\nx\r\n0\r\n\r\n")).startsWith("HTTP/1.1 413");
        }
    }

    @Nested
    class A_listener_that_closes {

        @Test
        void can_end_connections_behind_their_answers_first_and_still_take_new_ones() throws IOException {
            CompletableFuture<Answer> answer = CompletableFuture.completedFuture(
                    new Answer(200, new Headers(), Body.of("here".getBytes(StandardCharsets.US_ASCII))));
            try (ExpressListener other =
                    ExpressListener.start(loops, ExpressSettings.at("127.0.0.1", 0), incoming -> answer)) {
                other.endConnections();
                for (int i = 0; i < 2; i++) {
                    assertThat(RawClient.untilClosed(other.port(), "GET /t HTTP/1.1\r\n" + HOST + "\r\n"))
                            .startsWith("HTTP/1.1 200 OK\r\n")
                            .contains("\r\nConnection: close\r\n")
                            .endsWith("here");
                }
            }
        }

        @Test
        void lets_a_running_request_finish_and_ends_what_is_idle_at_once() throws Exception {
            CompletableFuture<Answer> slow = new CompletableFuture<>();
            CompletableFuture<Incoming> arrived = new CompletableFuture<>();
            // On one loop: when the one connection has ended, the other has been told too.
            EventLoops one = EventLoops.start(1);
            ExpressListener other = ExpressListener.start(
                    one, ExpressSettings.at("127.0.0.1", 0).drainingFor(Backend.PATIENCE), incoming -> {
                        if (incoming.rawPath().equals("/quick")) {
                            return CompletableFuture.completedFuture(new Answer(204, new Headers(), Body.EMPTY));
                        }
                        arrived.complete(incoming);
                        return slow;
                    });
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                    Socket idle = new Socket(InetAddress.getLoopbackAddress(), other.port())) {
                idle.setSoTimeout(60_000);
                idle.getOutputStream()
                        .write(("GET /quick HTTP/1.1\r\n" + HOST + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                assertThat(Backend.head(idle.getInputStream())).startsWith("HTTP/1.1 204");
                Future<String> answer = threads.submit(
                        () -> RawClient.untilClosed(other.port(), "GET /slow HTTP/1.1\r\n" + HOST + "\r\n"));
                arrived.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                Future<?> closing = threads.submit(other::close);
                assertThat(idle.getInputStream().read())
                        .as("the listener closes")
                        .isEqualTo(-1);
                assertThat(closing.isDone()).isFalse();
                slow.complete(new Answer(200, new Headers(), Body.of("late".getBytes(StandardCharsets.US_ASCII))));
                assertThat(answer.get()).endsWith("late");
                closing.get();
            } finally {
                one.close();
            }
        }
    }
}
