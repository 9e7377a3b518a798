package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.cache.EntrySeal;
import io.tollgate.dataplane.cache.StageCaches;
import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.limit.QuotaStore;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.live.MethodCompiler;
import io.tollgate.dataplane.live.StageCompiler;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** A gateway with a stub for the backend: what tests of whole calls have in common. */
abstract class OnAGateway {
    /** A clock that stands still: no token comes back and no period ends while a test runs, however long it takes. */
    static final LongSupplier STILL = () -> 0;

    static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));

    final LiveStages stages = new LiveStages();
    final LivePlans plans = new LivePlans(
            value -> "hash of " + value,
            new QuotaStore() {
                @Override
                public long lease(Account account, long wanted) {
                    return 0;
                }

                @Override
                public void giveBack(Account account, long unused) {
                    throw new AssertionError("nothing was leased");
                }
            },
            Runnable::run,
            NOW,
            Buckets.ofThisNode(STILL));
    final MapCache cache = new MapCache();
    final StageCaches caches = new StageCaches(definition -> cache);
    boolean mayInvalidate;
    SharedBuckets buckets = new SharedBuckets(0, 0, STILL);
    final List<IntegrationRequest> sent = new ArrayList<>();
    final AtomicInteger closed = new AtomicInteger();
    Function<IntegrationRequest, CompletionStage<IntegrationResponse>> backend =
            request -> CompletableFuture.completedFuture(
                    new IntegrationResponse(200, Headers.of("Server", "stub"), Body.of(bytes("hello"))));
    final Gateway gateway = new Gateway(stages, () -> new Random(7), NOW);

    void deploy(Definitions definitions) {
        deploy(definitions.stage());
    }

    void deploy(LiveStageDocument document) {
        MethodCompiler methods = new MethodCompiler(
                definition -> {
                    if (definition.type().startsWith("AWS")) {
                        throw new IllegalArgumentException("no plugin serves " + definition.type());
                    }
                    return new StubIntegration();
                },
                plans,
                buckets,
                Runnable::run);
        StageCompiler compiler = new StageCompiler(methods, caches, call -> mayInvalidate, new EntrySeal(new byte[32]));
        stages.put(compiler.compile(document));
    }

    private final class StubIntegration implements Integration {
        @Override
        public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
            sent.add(request);
            return backend.apply(request);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    Answer call(String method, String path, String... headers) {
        return call(method, path, Body.EMPTY, headers);
    }

    Answer call(String method, String path, Body body, String... headers) {
        int question = path.indexOf('?');
        Incoming incoming = new Incoming(
                method,
                "http",
                "api1234567.execute-api.localhost:8000",
                question < 0 ? path : path.substring(0, question),
                question < 0 ? "" : path.substring(question + 1),
                Headers.of(headers),
                body,
                "127.0.0.1",
                8000);
        return gateway.handle(incoming).toCompletableFuture().join();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Answer answer) {
        return new String(answer.body().read(1 << 20).toCompletableFuture().join(), StandardCharsets.UTF_8);
    }
}
