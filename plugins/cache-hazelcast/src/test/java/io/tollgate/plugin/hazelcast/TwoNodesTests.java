package io.tollgate.plugin.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.plugin.testkit.Answers;
import io.tollgate.plugin.testkit.ManualClock;
import io.tollgate.plugin.testkit.TestCluster;
import io.tollgate.plugin.testkit.TestHost;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One cache on two nodes. */
class TwoNodesTests {
    private static final CacheDefinition STAGE = new CacheDefinition("a1b2c3d4e5", "test", 4_194_304);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A claim's end is waited for in real time: so long that it never passes while a test runs. */
    private static final HazelcastCacheSettings SETTINGS = new HazelcastCacheSettings(1, 1, 10, 300, 500);

    private final ManualClock clock = new ManualClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final TestCluster cluster = new TestCluster("one", "other");
    private final ResponseCache one = open("one", SETTINGS);
    private final ResponseCache other = open("other", SETTINGS);
    private final String ofOne = keyOf("one");
    private final String ofOther = keyOf("other");

    private ResponseCache open(String node, HazelcastCacheSettings settings) {
        TestHost host = TestHost.of(new HazelcastCachePlugin()).in(cluster, node);
        return SharedCache.open(
                STAGE, settings, host, () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()), Runnable::run);
    }

    private String keyOf(String node) {
        return IntStream.range(0, 1000)
                .mapToObj(number -> "key " + number)
                .filter(key -> cluster.nodeOf(KeyDigest.of(key)).equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static CachedResponse response(String body) {
        return new CachedResponse(
                200, Headers.of("Content-Type", "text/plain", "X", "ü"), body.getBytes(StandardCharsets.UTF_8), 5);
    }

    private static @Nullable String text(ResponseCache cache, String key) {
        return text(Answers.of(cache.get(key)));
    }

    private static @Nullable String text(@Nullable CachedResponse found) {
        return found == null ? null : new String(found.body(), StandardCharsets.UTF_8);
    }

    private static CompletableFuture<@Nullable CachedResponse> claim(ResponseCache cache, String key) {
        return cache.claim(key).toCompletableFuture();
    }

    @Test
    void whatOneKeepsTheOtherHas() {
        one.put(ofOne, response("a"), MINUTE);
        one.put(ofOther, response("b"), MINUTE);
        assertThat(text(other, ofOne)).isEqualTo("a");
        assertThat(text(other, ofOther)).isEqualTo("b");
        CachedResponse whole = Answers.of(other.get(ofOne));
        assertThat(whole).isNotNull();
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.headers().get("X")).isEqualTo("ü");
        assertThat(whole.storedAtMillis()).isEqualTo(5);
    }

    @Test
    void aCopyIsServedFromLocalMemoryUntilItHasToBeConfirmed() {
        one.put(ofOther, response("a"), MINUTE);
        assertThat(text(one, ofOther)).isEqualTo("a");
        cluster.silence("other");
        clock.advance(Duration.ofSeconds(9));
        assertThat(text(one, ofOther)).isEqualTo("a");
        cluster.wake("other");
        clock.advance(Duration.ofSeconds(2));
        assertThat(text(one, ofOther)).isEqualTo("a");
    }

    @Test
    void anEntryEndsOnAllNodesAtTheSameTime() {
        one.put(ofOne, response("a"), Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(15));
        assertThat(text(other, ofOne)).isEqualTo("a");
        clock.advance(Duration.ofSeconds(6));
        assertThat(text(other, ofOne)).isNull();
        assertThat(text(one, ofOne)).isNull();
    }

    @Test
    void aRefreshedEntryReplacesTheCopiesOfOthers() {
        for (String key : new String[] {ofOne, ofOther}) {
            one.put(key, response("old"), MINUTE);
            assertThat(text(other, key)).isEqualTo("old");
            one.put(key, response("new"), MINUTE);
            assertThat(text(other, key)).isEqualTo("new");
            other.put(key, response("newest"), MINUTE);
            assertThat(text(one, key)).isEqualTo("newest");
        }
    }

    @Test
    void whatOneForgetsTheOtherForgets() {
        for (String key : new String[] {ofOne, ofOther}) {
            one.put(key, response("a"), MINUTE);
            assertThat(text(other, key)).isEqualTo("a");
            one.invalidate(key);
            assertThat(text(other, key)).isNull();
            assertThat(text(one, key)).isNull();
        }
    }

    @Test
    void aFlushReachesAllNodes() {
        one.put(ofOne, response("a"), MINUTE);
        other.put(ofOther, response("b"), MINUTE);
        assertThat(text(other, ofOne)).isEqualTo("a");
        one.flush();
        assertThat(text(one, ofOne)).isNull();
        assertThat(text(other, ofOne)).isNull();
        assertThat(text(one, ofOther)).isNull();
        assertThat(text(other, ofOther)).isNull();
    }

    @Test
    void otherNodesHearNothingOfAKeysText() {
        StringBuilder heard = new StringBuilder();
        cluster.join("other", STAGE.apiId() + ":test:4194304", new Spy(heard));
        for (int i = 0; i < 20; i++) {
            one.put("Bearer secret" + i, response("a"), MINUTE);
            one.invalidate("Bearer secret" + i);
        }
        assertThat(heard.toString()).isNotEmpty().doesNotContain("secret");
    }

    @Nested
    class WhenAnEntryIsMissing {

        @Test
        void onlyOneOfTheNodesFetchesItAndTheOtherGetsWhatItFetched() {
            for (String key : new String[] {ofOne, ofOther}) {
                assertThat(Answers.of(claim(one, key))).isNull();
                CompletableFuture<@Nullable CachedResponse> waiting = claim(other, key);
                assertThat(waiting).isNotDone();
                one.put(key, response("once"), MINUTE);
                assertThat(text(Answers.of(waiting))).isEqualTo("once");
            }
        }

        @Test
        void theOtherFetchesItselfWhenTheFirstGivesUp() {
            for (String key : new String[] {ofOne, ofOther}) {
                assertThat(Answers.of(claim(one, key))).isNull();
                CompletableFuture<@Nullable CachedResponse> waiting = claim(other, key);
                assertThat(waiting).isNotDone();
                one.release(key);
                assertThat(Answers.of(waiting)).isNull();
            }
        }

        @Test
        void aClaimGivesTheEntryThatIsThereMeanwhile() {
            one.put(ofOther, response("there"), MINUTE);
            assertThat(text(Answers.of(claim(other, ofOther)))).isEqualTo("there");
            assertThat(Answers.of(claim(one, "another"))).isNull();
        }

        @Test
        void theOtherFetchesItselfWhenTheFirstHasGone() {
            assertThat(Answers.of(claim(one, ofOther))).isNull();
            CompletableFuture<@Nullable CachedResponse> waiting = claim(other, ofOther);
            assertThat(waiting).isNotDone();
            cluster.leave("one");
            assertThat(Answers.of(waiting)).isNull();
        }

        @Test
        void theOtherFetchesItselfWhenTheKeysNodeHasGone() {
            assertThat(Answers.of(claim(one, ofOne))).isNull();
            CompletableFuture<@Nullable CachedResponse> waiting = claim(other, ofOne);
            assertThat(waiting).isNotDone();
            cluster.leave("one");
            assertThat(Answers.of(waiting)).isNull();
            assertThat(Answers.of(claim(other, ofOne))).isNull();
        }

        @Test
        void aClaimThatIsNeverEndedHoldsOthersForItsTimeOnly() {
            ResponseCache third = open("other", new HazelcastCacheSettings(1, 1, 10, 1, 500));
            assertThat(Answers.of(claim(one, ofOne))).isNull();
            assertThat(Answers.of(claim(third, ofOne))).isNull();
            clock.advance(Duration.ofSeconds(301));
            assertThat(Answers.of(claim(other, ofOne))).isNull();
        }
    }

    @Nested
    class WhenTheOtherDoesNotAnswer {

        @Test
        void itWorksAsALocalCache() {
            cluster.silence("other");
            assertThat(text(one, ofOther)).isNull();
            assertThat(Answers.of(claim(one, ofOther))).isNull();
            one.put(ofOther, response("mine"), MINUTE);
            assertThat(text(one, ofOther)).isEqualTo("mine");
            clock.advance(Duration.ofSeconds(30));
            assertThat(text(one, ofOther)).isEqualTo("mine");
            clock.advance(Duration.ofSeconds(31));
            assertThat(text(one, ofOther)).isNull();
        }

        @Test
        void aCopyThatMayHaveBeenReplacedIsNotServed() {
            one.put(ofOther, response("old"), MINUTE);
            assertThat(text(one, ofOther)).isEqualTo("old");
            other.invalidate(ofOther);
            cluster.silence("other");
            assertThat(text(one, ofOther)).isNull();
        }
    }
}
