package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A limit of one call at once, and every way in which that call can end. */
class ConcurrencyLimitTests extends OnAGateway {
    private final Concurrency concurrency = new Concurrency(1, () -> 1);
    private final CompletableFuture<IntegrationResponse> answering = new CompletableFuture<>();
    private final Arriving arriving = new Arriving();

    @BeforeEach
    void limitToOne() {
        buckets = new SharedBuckets(0, 0, concurrency, Buckets.ofThisNode(STILL));
        backend = request -> answering;
        deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
    }

    /** A body of which the test says when it goes on. */
    private static class Arriving implements Body {
        private final CompletableFuture<byte[]> bytes = new CompletableFuture<>();
        private Flow.@Nullable Subscriber<? super ByteBuffer> subscriber;
        private boolean cancelled;

        Flow.Subscriber<? super ByteBuffer> subscriber() {
            return Objects.requireNonNull(subscriber, "nobody wants the body");
        }

        @Override
        public long length() {
            return -1;
        }

        @Override
        public CompletionStage<byte[]> read(long limit) {
            return bytes;
        }

        @Override
        public void discard() {
            cancelled = true;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> wanting) {
            subscriber = wanting;
            wanting.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    // The test says when.
                }

                @Override
                public void cancel() {
                    cancelled = true;
                }
            });
        }
    }

    /** Takes what arrives; cancels when told. */
    private static final class Taking implements Flow.Subscriber<ByteBuffer> {
        private Flow.@Nullable Subscription subscription;
        private int bytes;
        private boolean completed;

        void cancel() {
            Objects.requireNonNull(subscription).cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(ByteBuffer part) {
            bytes += part.remaining();
        }

        @Override
        public void onError(Throwable failure) {
            completed = false;
        }

        @Override
        public void onComplete() {
            completed = true;
        }
    }

    private CompletableFuture<Answer> calling() {
        Incoming incoming = new Incoming(
                "GET",
                "http",
                "api1234567.execute-api.localhost:8000",
                "/test/pets",
                "",
                new Headers(),
                Body.EMPTY,
                "127.0.0.1",
                8000);
        return gateway.handle(incoming).toCompletableFuture();
    }

    private Answer streaming() {
        answering.complete(new IntegrationResponse(200, new Headers(), arriving));
        Answer answer = calling().join();
        assertThat(concurrency.running()).isEqualTo(1);
        return answer;
    }

    @Test
    void one_call_more_than_may_be_gets_too_many_requests_and_reaches_no_backend() {
        CompletableFuture<Answer> first = calling();
        Answer refused = calling().join();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(text(refused)).isEqualTo("{\"message\":\"Too Many Requests\"}");
        assertThat(refused.headers().get("x-amzn-ErrorType")).isEqualTo("TooManyRequestsException");
        assertThat(sent).hasSize(1);
        assertThat(first).isNotDone();
    }

    @Nested
    class A_call_makes_room {

        @Test
        void when_its_whole_answer_is_there() {
            CompletableFuture<Answer> first = calling();
            answering.complete(new IntegrationResponse(200, new Headers(), Body.of(bytes("all"))));
            assertThat(first.join().status()).isEqualTo(200);
            assertThat(concurrency.running()).isZero();
            assertThat(calling().join().status()).isEqualTo(200);
        }

        @Test
        void when_the_backend_times_out() {
            CompletableFuture<Answer> first = calling();
            answering.completeExceptionally(new IntegrationException(Reason.TIMEOUT, "too slow"));
            assertThat(first.join().status()).isEqualTo(504);
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void when_the_backend_fails_in_an_unknown_way() {
            CompletableFuture<Answer> first = calling();
            answering.completeExceptionally(new IllegalStateException("a plugin's mistake"));
            assertThat(first.join().status()).isEqualTo(500);
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void when_a_later_limit_stops_it() {
            buckets = new SharedBuckets(0.001, 1, concurrency, Buckets.ofThisNode(STILL));
            deploy(new Definitions().method("GET", "/pets", integration("HTTP_PROXY", "http://b/pets")));
            Objects.requireNonNull(buckets.account()).take();
            assertThat(calling().join().status()).isEqualTo(429);
            assertThat(sent).isEmpty();
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void when_the_clients_body_breaks_off() {
            CompletableFuture<byte[]> never = CompletableFuture.failedFuture(new IOException("the client went away"));
            Body broken = new Arriving() {
                @Override
                public CompletionStage<byte[]> read(long limit) {
                    return never;
                }
            };
            assertThat(call("GET", "/test/pets", broken).status()).isEqualTo(400);
            assertThat(concurrency.running()).isZero();
        }
    }

    @Nested
    class An_answer_that_still_arrives_holds_its_place {

        @Test
        void until_its_last_byte() {
            Taking taking = new Taking();
            streaming().body().subscribe(taking);
            arriving.subscriber().onNext(ByteBuffer.wrap(bytes("part")));
            assertThat(concurrency.running()).isEqualTo(1);
            arriving.subscriber().onComplete();
            assertThat(taking.completed).isTrue();
            assertThat(taking.bytes).isEqualTo(4);
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void until_the_backend_breaks_off() {
            streaming().body().subscribe(new Taking());
            arriving.subscriber().onError(new IOException("reset"));
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void until_the_client_goes_away() {
            Taking taking = new Taking();
            streaming().body().subscribe(taking);
            taking.cancel();
            assertThat(arriving.cancelled).isTrue();
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void until_the_listener_does_not_want_it() {
            streaming().body().discard();
            assertThat(arriving.cancelled).isTrue();
            assertThat(concurrency.running()).isZero();
        }

        @Test
        void until_it_is_read_as_a_whole_or_cannot_be() {
            CompletableFuture<byte[]> read = streaming().body().read(100).toCompletableFuture();
            assertThat(concurrency.running()).isEqualTo(1);
            arriving.bytes.completeExceptionally(new IOException("reset"));
            assertThat(read).isCompletedExceptionally();
            assertThat(concurrency.running()).isZero();
        }
    }
}
