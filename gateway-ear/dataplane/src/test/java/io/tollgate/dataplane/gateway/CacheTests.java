package io.tollgate.dataplane.gateway;

import static io.tollgate.dataplane.gateway.Definitions.integration;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.model.restapi.Integration;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The response cache of a stage (features 11). */
class CacheTests extends OnAGateway {
    private static final String HEADER = "SUCCEED_WITH_RESPONSE_HEADER";
    private final AtomicInteger made = new AtomicInteger();
    private int status = 200;
    private int size;

    @BeforeEach
    void countAnswers() {
        backend = request -> CompletableFuture.completedFuture(new IntegrationResponse(
                status,
                Headers.of("Content-Type", "text/plain"),
                Body.of(size == 0 ? bytes("answer " + made.incrementAndGet()) : new byte[size])));
    }

    private static Integration keyed(String... parameters) {
        Integration plain = integration("HTTP_PROXY", "http://b/p");
        return new Integration(
                plain.type(),
                "GET",
                plain.uri(),
                null,
                null,
                null,
                Map.of("integration.request.querystring.z", "method.request.querystring.y"),
                null,
                null,
                null,
                29_000,
                "namespace",
                List.of(parameters),
                plain.integrationResponses(),
                null,
                null,
                null);
    }

    private static MethodSetting setting(boolean on, int ttl, boolean sealed, boolean authorized, String strategy) {
        return new MethodSetting(false, null, false, -1, -1, on, ttl, sealed, authorized, strategy);
    }

    private Definitions cached() {
        return new Definitions().cached(0).method("GET", "/p", integration("HTTP_PROXY", "http://b/p"));
    }

    private String get(String path, String... headers) {
        return text(call("GET", path, headers));
    }

    @Test
    void aSecondCallIsAnsweredFromTheCache() {
        deploy(cached());
        assertThat(get("/test/p")).isEqualTo("answer 1");
        Answer second = call("GET", "/test/p");
        assertThat(text(second)).isEqualTo("answer 1");
        assertThat(second.headers().get("Content-Type")).isEqualTo("text/plain");
        assertThat(second.headers().all("x-amzn-RequestId")).hasSize(1);
        assertThat(cache.lives.values()).containsExactly(Duration.ofSeconds(300));
        assertThat(Objects.requireNonNull(caches.of("api1234567", "test")).hits())
                .isEqualTo(1);
        assertThat(Objects.requireNonNull(caches.of("api1234567", "test")).misses())
                .isEqualTo(1);
    }

    @Test
    void onlyListedParametersDistinguishAnswers() {
        deploy(new Definitions()
                .cached(0)
                .method(
                        "GET",
                        "/p/{id}",
                        keyed(
                                "method.request.path.id",
                                "integration.request.querystring.z",
                                "method.request.header.H")));
        assertThat(get("/test/p/1?y=1&x=1")).isEqualTo("answer 1");
        assertThat(get("/test/p/1?y=1&x=2")).isEqualTo("answer 1");
        assertThat(get("/test/p/2?y=1")).isEqualTo("answer 2");
        assertThat(get("/test/p/1?y=2")).isEqualTo("answer 3");
        assertThat(get("/test/p/1?y=1", "H", "a")).isEqualTo("answer 4");
        assertThat(get("/test/p/1?y=1", "H", "a")).isEqualTo("answer 4");
    }

    @Test
    void resourcesOfOneNamespaceShareEntries() {
        deploy(new Definitions().cached(0).method("GET", "/a", keyed()).method("GET", "/b", keyed()));
        assertThat(get("/test/a")).isEqualTo(get("/test/b")).isEqualTo("answer 1");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            GET,  -,    -,     true
            POST, -,    -,     false
            GET,  -,    true,  true
            GET,  -,    false, false
            POST, -,    true,  false
            POST, true, false, true
            GET,  false, true, false
            """)
    void whetherAMethodIsCachedIsSaidByItsVerbAndItsSettings(
            String verb,
            @org.jspecify.annotations.Nullable Boolean own,
            @org.jspecify.annotations.Nullable Boolean all,
            boolean on) {
        Map<String, MethodSetting> settings = new java.util.HashMap<>();
        if (own != null) {
            settings.put("~1p/" + verb, setting(own, 300, false, true, HEADER));
        }
        if (all != null) {
            settings.put("*/*", setting(all, 300, false, true, HEADER));
        }
        deploy(new Definitions().cached(0).settings(settings).method(verb, "/p", keyed()));
        call(verb, "/test/p");
        assertThat(text(call(verb, "/test/p"))).isEqualTo(on ? "answer 1" : "answer 2");
    }

    @Test
    void aTimeToLiveOfNoughtIsNoCaching() {
        deploy(cached().settings(Map.of("*/*", setting(true, 0, false, true, HEADER))));
        get("/test/p");
        assertThat(get("/test/p")).isEqualTo("answer 2");
    }

    @Test
    void answersThatFailedOrAreTooLargeAreNotKept() {
        deploy(cached());
        status = 500;
        get("/test/p");
        assertThat(cache.entries).isEmpty();
        status = 200;
        size = 1_048_577;
        assertThat(call("GET", "/test/p").body().length()).isEqualTo(size);
        assertThat(cache.entries).isEmpty();
        size = 1_048_576;
        get("/test/p");
        assertThat(cache.entries).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=0", "no-cache", "no-store, max-age=10", "Max-Age=0, private"})
    void whoeverMayRefreshesTheEntry(String control) {
        mayInvalidate = true;
        deploy(cached());
        get("/test/p");
        assertThat(get("/test/p", "Cache-Control", control)).isEqualTo("answer 2");
        assertThat(get("/test/p")).isEqualTo("answer 2");
    }

    @Test
    void anAgeThatOnlyBeginsWithNoughtIsNoRefresh() {
        mayInvalidate = true;
        deploy(cached());
        get("/test/p");
        assertThat(get("/test/p", "Cache-Control", "max-age=05")).isEqualTo("answer 1");
    }

    @Test
    void whoeverMayNotGetsTheEntryWithAWarning() {
        deploy(cached());
        get("/test/p");
        Answer warned = call("GET", "/test/p", "Cache-Control", "max-age=0");
        assertThat(text(warned)).isEqualTo("answer 1");
        assertThat(warned.headers().get("Warning")).startsWith("199 - \"Cache-control headers were ignored");
        assertThat(call("GET", "/test/p").headers().contains("Warning")).isFalse();
    }

    @Test
    void whoeverMayNotIsRefusedOrServedSilentlyAsTheStageSays() {
        deploy(cached().settings(Map.of("*/*", setting(true, 60, false, true, "FAIL_WITH_403"))));
        get("/test/p");
        Answer refused = call("GET", "/test/p", "Cache-Control", "max-age=0");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.headers().get("x-amzn-ErrorType")).isEqualTo("AccessDeniedException");
        deploy(cached().settings(Map.of("*/*", setting(true, 60, false, true, "SUCCEED_WITHOUT_RESPONSE_HEADER"))));
        Answer silent = call("GET", "/test/p", "Cache-Control", "max-age=0");
        assertThat(text(silent)).isEqualTo("answer 1");
        assertThat(silent.headers().contains("Warning")).isFalse();
        deploy(cached().settings(Map.of("*/*", setting(true, 60, false, false, "FAIL_WITH_403"))));
        assertThat(get("/test/p", "Cache-Control", "max-age=0")).isEqualTo("answer 2");
    }

    @Test
    void sealedEntriesHoldNothingReadable() {
        deploy(cached().settings(Map.of("*/*", setting(true, 60, true, true, HEADER))));
        get("/test/p");
        assertThat(new String(
                        cache.entries.values().iterator().next().body(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("answer")
                .doesNotContain("text/plain");
        Answer hit = call("GET", "/test/p");
        assertThat(text(hit)).isEqualTo("answer 1");
        assertThat(hit.headers().get("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void switchingEncryptionLeavesOldEntriesUnread() {
        deploy(cached());
        get("/test/p");
        deploy(cached().settings(Map.of("*/*", setting(true, 60, true, true, HEADER))));
        assertThat(get("/test/p")).isEqualTo("answer 2");
        assertThat(get("/test/p")).isEqualTo("answer 2");
        deploy(cached());
        assertThat(get("/test/p")).isEqualTo("answer 1");
    }

    @Test
    void concurrentMissesOfOneKeyGoToTheBackendOnce() {
        CompletableFuture<IntegrationResponse> slow = new CompletableFuture<>();
        backend = request -> slow;
        deploy(cached());
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(gateway.handle(new Incoming(
                            "GET",
                            "http",
                            "api1234567.execute-api.x",
                            "/test/p",
                            "",
                            new Headers(),
                            Body.EMPTY,
                            "::1",
                            80))
                    .toCompletableFuture());
        }
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        slow.complete(new IntegrationResponse(200, new Headers(), Body.of(bytes("once"))));
        assertThat(calls).allMatch(call -> text(call.join()).equals("once"));
        assertThat(sent).hasSize(1);
    }

    @Test
    void afterAFailedFetchTheOthersAskForThemselves() {
        CompletableFuture<IntegrationResponse> slow = new CompletableFuture<>();
        backend = request -> sent.size() == 1
                ? slow
                : CompletableFuture.completedFuture(new IntegrationResponse(200, new Headers(), Body.of(bytes("ok"))));
        deploy(cached());
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            calls.add(gateway.handle(new Incoming(
                            "GET",
                            "http",
                            "api1234567.execute-api.x",
                            "/test/p",
                            "",
                            new Headers(),
                            Body.EMPTY,
                            "::1",
                            80))
                    .toCompletableFuture());
        }
        slow.completeExceptionally(new IllegalStateException("broken"));
        assertThat(calls.get(0).join().status()).isEqualTo(500);
        assertThat(text(calls.get(1).join())).isEqualTo("ok");
    }

    private CompletableFuture<Answer> calling() {
        return gateway.handle(new Incoming(
                        "GET", "http", "api1234567.execute-api.x", "/test/p", "", new Headers(), Body.EMPTY, "::1", 80))
                .toCompletableFuture();
    }

    @Test
    void whatAnotherNodeFetchesIsNotFetchedHere() {
        CompletableFuture<@Nullable CachedResponse> elsewhere = new CompletableFuture<>();
        cache.claimed = elsewhere;
        deploy(cached());
        List<CompletableFuture<Answer>> calls = List.of(calling(), calling(), calling());
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        elsewhere.complete(new CachedResponse(200, Headers.of("Content-Type", "text/plain"), bytes("elsewhere"), 1));
        assertThat(calls).allMatch(call -> text(call.join()).equals("elsewhere"));
        assertThat(sent).isEmpty();
        assertThat(Objects.requireNonNull(caches.of("api1234567", "test")).hits())
                .isEqualTo(3);
    }

    @Test
    void concurrentMissesAllGoToTheBackendWhereAStageWantsThat() {
        CompletableFuture<IntegrationResponse> slow = new CompletableFuture<>();
        backend = request -> slow;
        cache.claimed = new CompletableFuture<>();
        deploy(cached().options(Map.of("tollgate:cache-fetch-once", "false")));
        List<CompletableFuture<Answer>> calls = List.of(calling(), calling());
        assertThat(sent).hasSize(2);
        slow.complete(new IntegrationResponse(200, new Headers(), Body.of(bytes("each"))));
        assertThat(calls).allMatch(call -> text(call.join()).equals("each"));
        assertThat(get("/test/p")).isEqualTo("each");
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatAnotherNodeDidNotBringIsFetchedHere() {
        CompletableFuture<@Nullable CachedResponse> elsewhere = new CompletableFuture<>();
        cache.claimed = elsewhere;
        deploy(cached());
        List<CompletableFuture<Answer>> calls = List.of(calling(), calling());
        elsewhere.complete(null);
        assertThat(calls).allMatch(call -> text(call.join()).equals("answer 1"));
        assertThat(cache.released).isEmpty();
    }

    @Test
    void aFetchThatBringsNothingToKeepGivesItsClaimUp() {
        deploy(cached());
        status = 500;
        call("GET", "/test/p");
        assertThat(cache.released).hasSize(1);
        backend = request -> CompletableFuture.failedFuture(new IllegalStateException("broken"));
        call("GET", "/test/p");
        assertThat(cache.released).hasSize(2);
    }

    @Test
    void theCacheOutlivesASwapAndNotAFlush() {
        deploy(cached());
        get("/test/p");
        deploy(cached());
        assertThat(get("/test/p")).isEqualTo("answer 1");
        deploy(new Definitions().cached(1).method("GET", "/p", integration("HTTP_PROXY", "http://b/p")));
        assertThat(get("/test/p")).isEqualTo("answer 2");
        assertThat(cache.closed).isZero();
        deploy(new Definitions().method("GET", "/p", integration("HTTP_PROXY", "http://b/p")));
        assertThat(cache.closed).isEqualTo(1);
        assertThat(get("/test/p")).isEqualTo("answer 3");
    }
}
