package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks a backend's body to tell its end is told, whatever becomes of the answer, and once. */
class BodyEndTests extends OnAProxy {
    private static final String REST = " / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";

    /** How often each answer's end was told. */
    private final List<AtomicInteger> ends = new CopyOnWriteArrayList<>();

    private volatile CompletableFuture<Boolean> ended = new CompletableFuture<>();

    @BeforeEach
    void nothingHasEnded() {
        ended = new CompletableFuture<>();
    }

    /** What is told twice may be told the second time long after the first: counted when nothing more can happen. */
    @Override
    @AfterAll
    void close() {
        super.close();
        assertThat(ends).extracting(AtomicInteger::get).containsOnly(1);
    }

    private Runnable end() {
        AtomicInteger count = new AtomicInteger();
        ends.add(count);
        CompletableFuture<Boolean> first = ended;
        return () -> {
            count.incrementAndGet();
            first.complete(true);
        };
    }

    @Override
    CompletionStage<Answer> proxy(Incoming incoming) {
        UpstreamRequest request = new UpstreamRequest(
                incoming.method(),
                backend.url(incoming.rawPath()),
                new Headers(),
                incoming.body(),
                Duration.ofSeconds(29),
                false);
        return upstream.send(request)
                .handle((response, failure) -> failure == null
                        ? new Answer(
                                response.status(),
                                response.headers(),
                                response.body().onEnd(end()))
                        : new Answer(502, new Headers(), Body.EMPTY));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean told() throws Exception {
        return ended.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 5\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"})
    void when_the_answer_is_complete(String answer) throws Exception {
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\n" + answer));
            out.flush();
        })) {
            backend = here;
            assertThat(RawClient.untilClosed(listener.port(), "GET" + REST)).contains("hello");
            assertThat(told()).isTrue();
        }
    }

    @Test
    void when_only_the_head_was_wanted() throws Exception {
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 304 Not Modified\r\n\r\n"));
            out.flush();
        })) {
            backend = here;
            assertThat(RawClient.untilClosed(listener.port(), "GET" + REST)).startsWith("HTTP/1.1 304");
            assertThat(told()).isTrue();
        }
    }

    @Test
    void when_the_backend_breaks_off() throws Exception {
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
            out.flush();
            throw new IOException("the backend gives up");
        })) {
            backend = here;
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                socket.getOutputStream().write(bytes("GET" + REST));
                assertThat(told()).isTrue();
            }
        }
    }

    @Test
    void when_the_client_goes_away_in_the_middle() throws Exception {
        CompletableFuture<Boolean> goOn = new CompletableFuture<>();
        try (Backend here = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
            out.flush();
            goOn.join();
        })) {
            backend = here;
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                socket.getOutputStream().write(bytes("GET" + REST));
                assertThat(Backend.head(socket.getInputStream())).startsWith("HTTP/1.1 200");
                assertThat(ended).isNotDone();
            }
            assertThat(told()).isTrue();
            goOn.complete(true);
        }
    }
}
