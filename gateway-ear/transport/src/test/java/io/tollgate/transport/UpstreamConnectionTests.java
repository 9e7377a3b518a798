package io.tollgate.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections to a backend are used, shared and given up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpstreamConnectionTests {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private EventLoops loops;
    private VertxUpstream upstream;

    @BeforeAll
    void open() {
        loops = EventLoops.start(1);
        upstream = new VertxUpstream(loops, UpstreamSettings.DEFAULTS);
    }

    @AfterAll
    void close() {
        upstream.close();
        loops.close();
    }

    private CompletionStage<UpstreamResponse> send(VertxUpstream by, String method, String uri, Body body) {
        return by.send(new UpstreamRequest(method, uri, new Headers(), body, Duration.ofSeconds(29), false));
    }

    private String call(String method, String uri, Body body) {
        return text(send(upstream, method, uri, body).toCompletableFuture().join());
    }

    private static String text(UpstreamResponse response) {
        return new String(response.body().read(1 << 24).toCompletableFuture().join(), StandardCharsets.ISO_8859_1);
    }

    private Reason failure(CompletionStage<UpstreamResponse> stage) {
        try {
            text(stage.toCompletableFuture().join());
        } catch (CompletionException failed) {
            return failed.getCause() instanceof UpstreamException known ? known.reason() : null;
        }
        throw new AssertionError("the call succeeded");
    }

    private void turn() throws IOException {
        try {
            Turns.await(loops);
        } catch (Exception stuck) {
            throw new IOException(stuck);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void an_answer_is_the_same_wherever_its_bytes_are_split() throws IOException {
        String answer =
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nhe\r\n3\r\nllo\r\n0\r\nT: v\r\n\r\n";
        AtomicInteger cut = new AtomicInteger();
        try (Backend backend = new Backend((head, in, out) -> {
            int at = cut.incrementAndGet();
            out.write(bytes(answer.substring(0, at)));
            out.flush();
            turn();
            out.write(bytes(answer.substring(at)));
        })) {
            for (int i = 1; i < answer.length(); i++) {
                assertThat(call("GET", backend.url("/"), Body.EMPTY))
                        .as("cut at %d", i)
                        .isEqualTo("hello");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nabc",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 99 X\r\n\r\n",
                "\r\n\r\n"
            })
    void an_answer_whose_end_cannot_be_told_breaks_the_call(String answer) throws IOException {
        try (Backend backend = Backend.answering(answer)) {
            assertThat(failure(send(upstream, "GET", backend.url("/"), Body.EMPTY)))
                    .isEqualTo(Reason.BROKEN);
        }
    }

    @Test
    void what_a_backend_sends_beyond_its_answer_never_answers_another_call() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (Backend backend = new Backend((head, in, out) -> {
            int number = calls.incrementAndGet();
            // In one piece: what comes after the next call was sent cannot be told from its answer.
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + number
                    + (number == 1 ? "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison" : "")));
        })) {
            assertThat(call("GET", backend.url("/1"), Body.EMPTY)).isEqualTo("1");
            assertThat(call("GET", backend.url("/2"), Body.EMPTY)).isNotEqualTo("poison");
        }
    }

    @Test
    void a_kept_connection_that_breaks_is_replaced_once_for_a_call_that_may_be_repeated() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (Backend backend = new Backend((head, in, out) -> {
            if (calls.incrementAndGet() == 2) {
                throw new IOException("closed without an answer on a kept connection");
            }
            out.write(bytes(OK));
        })) {
            assertThat(call("GET", backend.url("/"), Body.EMPTY)).isEqualTo("ok");
            assertThat(call("PUT", backend.url("/"), Body.of(bytes("x")))).isEqualTo("ok");
            assertThat(backend.heads).hasSize(3);
        }
    }

    @Test
    void a_call_that_might_act_twice_is_not_repeated() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        try (Backend backend = new Backend((head, in, out) -> {
            if (calls.incrementAndGet() == 2) {
                throw new IOException("closed without an answer on a kept connection");
            }
            out.write(bytes(OK));
        })) {
            assertThat(call("GET", backend.url("/"), Body.EMPTY)).isEqualTo("ok");
            assertThat(failure(send(upstream, "POST", backend.url("/"), Body.of(bytes("x")))))
                    .isEqualTo(Reason.BROKEN);
            assertThat(backend.heads).hasSize(2);
        }
    }

    @Test
    void calls_wait_for_a_connection_and_no_more_of_them_than_may() throws IOException {
        CompletableFuture<Boolean> go = new CompletableFuture<>();
        VertxUpstream narrow = new VertxUpstream(loops, new UpstreamSettings(30_000, 30, 1, 1, 65_536, 1 << 20));
        try (Backend backend = new Backend((head, in, out) -> {
            go.join();
            out.write(bytes(OK));
        })) {
            CompletionStage<UpstreamResponse> first = send(narrow, "GET", backend.url("/"), Body.EMPTY);
            CompletionStage<UpstreamResponse> second = send(narrow, "GET", backend.url("/"), Body.EMPTY);
            assertThat(failure(send(narrow, "GET", backend.url("/"), Body.EMPTY)))
                    .isEqualTo(Reason.OVERLOADED);
            go.complete(true);
            assertThat(text(first.toCompletableFuture().join())).isEqualTo("ok");
            assertThat(text(second.toCompletableFuture().join())).isEqualTo("ok");
        } finally {
            narrow.close();
        }
    }

    @Test
    void an_answer_is_read_as_fast_as_it_is_asked_for() throws Exception {
        try (Backend backend = new Backend((head, in, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"));
            out.write(new byte[3_000_000]);
        })) {
            UpstreamResponse response = send(upstream, "GET", backend.url("/"), Body.EMPTY)
                    .toCompletableFuture()
                    .join();
            OneByOne reader = new OneByOne();
            response.body().subscribe(reader);
            assertThat(reader.all.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo(3_000_000);
        }
    }

    /** Asks for the next piece when it has the last; fails if it gets one unasked. */
    private static final class OneByOne implements Flow.Subscriber<ByteBuffer> {
        private final CompletableFuture<Integer> all = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private boolean asked;
        private int seen;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            ask();
        }

        private void ask() {
            asked = true;
            subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer piece) {
            if (!asked) {
                all.completeExceptionally(new AssertionError("a piece that was not asked for"));
            }
            asked = false;
            seen += piece.remaining();
            Thread.ofVirtual().start(this::ask);
        }

        @Override
        public void onError(Throwable cause) {
            all.completeExceptionally(cause);
        }

        @Override
        public void onComplete() {
            all.complete(seen);
        }
    }
}
