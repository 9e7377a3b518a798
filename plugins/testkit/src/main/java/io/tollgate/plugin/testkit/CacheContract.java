package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every response cache kind must do. */
public abstract class CacheContract extends PluginContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final CacheDefinition STAGE = new CacheDefinition("a1b2c3d4e5", "test", 4_194_304);

    /** The clock that the caches under test go by. */
    protected final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));

    /** Makes a cache that goes by {@link #clock}. Caches of one definition may share their entries. */
    protected abstract ResponseCache create(CacheDefinition definition);

    /** The plugin's settings for these tests, by key without prefix. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    private static CachedResponse response(String body) {
        return response(body.getBytes(StandardCharsets.UTF_8));
    }

    private static CachedResponse response(byte[] body) {
        return new CachedResponse(
                200, Headers.of("Content-Type", "text/plain", "X-Twice", "1", "X-Twice", "2"), body, 5);
    }

    private static @Nullable String text(ResponseCache cache, String key) {
        CachedResponse found = Answers.of(cache.get(key));
        return found == null ? null : new String(found.body(), StandardCharsets.UTF_8);
    }

    @Test
    final void itsFactoryMakesACacheThatWorks() {
        CacheFactory factory = plugin().caches().get(0);
        try (ResponseCache cache = factory.create(STAGE, TestHost.of(plugin(), settings()))) {
            cache.put("key", response("kept"), MINUTE);
            assertThat(text(cache, "key")).isEqualTo("kept");
        }
    }

    @Test
    final void whatWasPutComesBackAsItWas() {
        try (ResponseCache cache = create(STAGE)) {
            CachedResponse put = response(new byte[] {0, 1, -1, 127, -128});
            cache.put("key", put, MINUTE);
            CachedResponse got = Answers.of(cache.get("key"));
            assertThat(got).isNotNull();
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.headers()).hasToString(put.headers().toString());
            assertThat(got.body()).isEqualTo(put.body());
            assertThat(got.storedAtMillis()).isEqualTo(5);
        }
    }

    @Test
    final void whatWasNotPutIsNull() {
        try (ResponseCache cache = create(STAGE)) {
            assertThat(text(cache, "key")).isNull();
        }
    }

    @Test
    final void aLaterEntryReplacesAnEarlierOne() {
        try (ResponseCache cache = create(STAGE)) {
            cache.put("key", response("old"), MINUTE);
            cache.put("key", response("new"), MINUTE);
            assertThat(text(cache, "key")).isEqualTo("new");
        }
    }

    @Test
    final void eachEntryHasItsOwnTime() {
        try (ResponseCache cache = create(STAGE)) {
            cache.put("short", response("s"), Duration.ofSeconds(10));
            cache.put("long", response("l"), Duration.ofHours(1));
            clock.advance(Duration.ofMillis(9_900));
            assertThat(text(cache, "short")).isEqualTo("s");
            clock.advance(Duration.ofMillis(200));
            assertThat(text(cache, "short")).isNull();
            clock.advance(Duration.ofSeconds(3580));
            assertThat(text(cache, "long")).isEqualTo("l");
            clock.advance(Duration.ofSeconds(20));
            assertThat(text(cache, "long")).isNull();
        }
    }

    @Test
    final void readingDoesNotProlongAndReplacingDoes() {
        try (ResponseCache cache = create(STAGE)) {
            cache.put("read", response("r"), Duration.ofSeconds(10));
            cache.put("replaced", response("old"), Duration.ofSeconds(10));
            clock.advance(Duration.ofSeconds(6));
            assertThat(text(cache, "read")).isEqualTo("r");
            cache.put("replaced", response("new"), Duration.ofSeconds(10));
            clock.advance(Duration.ofSeconds(6));
            assertThat(text(cache, "read")).isNull();
            assertThat(text(cache, "replaced")).isEqualTo("new");
        }
    }

    @Test
    final void oneEntryCanBeForgotten() {
        try (ResponseCache cache = create(STAGE)) {
            cache.put("one", response("1"), MINUTE);
            cache.put("two", response("2"), MINUTE);
            cache.invalidate("one");
            cache.invalidate("never there");
            assertThat(text(cache, "one")).isNull();
            assertThat(text(cache, "two")).isEqualTo("2");
        }
    }

    @Test
    final void flushingForgetsTheStageAndNoOther() {
        try (ResponseCache cache = create(STAGE);
                ResponseCache otherStage = create(new CacheDefinition(STAGE.apiId(), "prod", 4_194_304));
                ResponseCache otherApi = create(new CacheDefinition("f6g7h8i9j0", STAGE.stage(), 4_194_304))) {
            cache.put("key", response("this"), MINUTE);
            otherStage.put("key", response("stage"), MINUTE);
            otherApi.put("key", response("api"), MINUTE);
            assertThat(text(cache, "key")).isEqualTo("this");
            cache.flush();
            assertThat(text(cache, "key")).isNull();
            assertThat(text(otherStage, "key")).isEqualTo("stage");
            assertThat(text(otherApi, "key")).isEqualTo("api");
        }
    }

    @Test
    final void whoClaimsWhatIsMissingFetchesIt() {
        try (ResponseCache cache = create(STAGE)) {
            assertThat(Answers.of(cache.claim("key"))).isNull();
            cache.put("key", response("fetched"), MINUTE);
            assertThat(text(cache, "key")).isEqualTo("fetched");
        }
    }

    @Test
    final void aClaimThatWasGivenUpOrHasEndedCanBeHadAgain() {
        try (ResponseCache cache = create(STAGE)) {
            assertThat(Answers.of(cache.claim("key"))).isNull();
            cache.release("key");
            cache.release("never claimed");
            assertThat(Answers.of(cache.claim("key"))).isNull();
            cache.put("key", response("fetched"), MINUTE);
            cache.invalidate("key");
            assertThat(Answers.of(cache.claim("key"))).isNull();
        }
    }

    @Test
    final void itStaysWithinItsBytes() {
        try (ResponseCache cache = create(STAGE)) {
            for (int i = 0; i < 200; i++) {
                cache.put("key " + i, response(new byte[65_536]), MINUTE);
            }
            long kept = 0;
            for (int i = 0; i < 200; i++) {
                CachedResponse found = Answers.of(cache.get("key " + i));
                kept += found == null ? 0 : found.body().length;
            }
            assertThat(kept).isLessThanOrEqualTo(STAGE.maximumBytes()).isGreaterThan(STAGE.maximumBytes() / 4);
        }
    }

    @Test
    final void anEntryLargerThanTheCacheIsNotKeptAndHarmsNothing() {
        try (ResponseCache cache = create(new CacheDefinition("a1b2c3d4e5", "small", 100_000))) {
            cache.put("small", response("s"), MINUTE);
            cache.put("large", response(new byte[200_000]), MINUTE);
            assertThat(text(cache, "large")).isNull();
            assertThat(text(cache, "small")).isEqualTo("s");
        }
    }

    @Test
    final void manyThreadsSeeWholeEntriesOnly() {
        try (ResponseCache cache = create(STAGE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> work = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                byte[] body = new byte[1000];
                Arrays.fill(body, (byte) i);
                work.add(CompletableFuture.runAsync(() -> putAndCheck(cache, body), threads));
            }
            work.forEach(Answers::of);
        }
    }

    private static void putAndCheck(ResponseCache cache, byte[] body) {
        for (int round = 0; round < 50; round++) {
            cache.put("shared", response(body), MINUTE);
            CachedResponse found = Answers.of(cache.get("shared"));
            assertThat(found).isNotNull();
            byte[] whole = new byte[1000];
            Arrays.fill(whole, found.body()[0]);
            assertThat(found.body()).isEqualTo(whole);
        }
    }
}
