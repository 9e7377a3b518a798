package io.tollgate.plugin.hazelcast;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tollgate.plugin.hazelcast.NearCopies.Copy;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.cluster.Peers;
import io.tollgate.spi.integration.IntegrationHost;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of one stage as one node sees it: near copies, and behind them the node that each key belongs to. What cannot be
 * asked is not there: calls go on with what this node has.
 */
final class SharedCache implements ResponseCache {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCache.class);
    private static final AtomicBoolean SAID_ALONE = new AtomicBoolean();
    private static final long MEGABYTE = 1024L * 1024;
    private static final CompletionStage<@Nullable CachedResponse> NOTHING = CompletableFuture.completedFuture(null);

    private final NearCopies near;
    private final Colleagues colleagues;
    private final Duration longestClaim;
    private final Ticker ticker;
    private final Executor work;
    private final Set<String> claimed = ConcurrentHashMap.newKeySet();
    private @Nullable Peers peers;

    SharedCache(CacheDefinition definition, HazelcastCacheSettings settings, Ticker ticker, Executor work) {
        long half = definition.maximumBytes() / 2;
        this.longestClaim = Duration.ofSeconds(settings.claimSeconds());
        this.ticker = ticker;
        this.work = work;
        this.near = new NearCopies(
                Math.min(settings.nearMegabytes() * MEGABYTE, half),
                Duration.ofSeconds(settings.confirmSeconds()),
                ticker);
        Shelf shelf = new Shelf(Math.min(settings.sharedMegabytes() * MEGABYTE, half), longestClaim, ticker);
        this.colleagues = new Colleagues(near, shelf, Duration.ofMillis(settings.answerMilliseconds()));
    }

    /** Opens the cache of a stage; without a cluster it keeps everything here and says so once. */
    static SharedCache open(
            CacheDefinition definition, HazelcastCacheSettings settings, IntegrationHost host, Ticker ticker) {
        return open(definition, settings, host, ticker, Executors.newVirtualThreadPerTaskExecutor());
    }

    static SharedCache open(
            CacheDefinition definition,
            HazelcastCacheSettings settings,
            IntegrationHost host,
            Ticker ticker,
            Executor work) {
        SharedCache cache = new SharedCache(definition, settings, ticker, work);
        // The size is part of the name: what a stage of another size has kept is dropped, as AWS does.
        String name = definition.apiId() + ":" + definition.stage() + ":" + definition.maximumBytes();
        Peers joined = host.join(name, cache.colleagues).orElse(null);
        cache.peers = joined;
        if (joined != null) {
            cache.colleagues.meet(joined);
        } else {
            long all = (settings.nearMegabytes() + (long) settings.sharedMegabytes()) * MEGABYTE;
            cache.near.limit(Math.min(all, definition.maximumBytes()));
            if (SAID_ALONE.compareAndSet(false, true)) {
                LOG.warn("there is no cluster: responses are kept in the memory of this node only");
            }
        }
        return cache;
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> get(String key) {
        Copy copy = near.get(key);
        Peers others = peers;
        if (others == null) {
            return copy == null ? NOTHING : copy.found();
        }
        return copy != null && near.isSure(copy) ? copy.found() : asked(others, key, copy);
    }

    private CompletionStage<@Nullable CachedResponse> asked(Peers others, String key, @Nullable Copy copy) {
        String digest = KeyDigest.of(key);
        long askedAt = ticker.read();
        return colleagues
                .ask(others, digest, new Question.Get(digest, copy == null ? 0 : copy.version()))
                .handle((reply, failure) -> failure == null
                        ? taken(reply, key, digest, copy, askedAt)
                        : copy == null || near.isDoubted(copy) ? null : copy.response());
    }

    private @Nullable CachedResponse taken(Reply reply, String key, String digest, @Nullable Copy copy, long askedAt) {
        return switch (reply) {
            case Reply.Found found -> taken(found.entry(), key, digest, askedAt);
            case Reply.Same same -> {
                if (copy != null) {
                    near.confirm(copy, askedAt);
                }
                yield copy == null ? null : copy.response();
            }
            case Reply.Absent absent -> {
                if (copy != null) {
                    near.forget(key, copy);
                }
                yield null;
            }
            case Reply.Held held -> null;
        };
    }

    private @Nullable CachedResponse taken(Kept entry, String key, String digest, long askedAt) {
        CachedResponse response = ResponseBytes.read(entry.response());
        if (response != null) {
            near.put(key, digest, response, entry.version(), entry.life(), askedAt);
        }
        return response;
    }

    @Override
    public void put(String key, CachedResponse response, Duration timeToLive) {
        String digest = KeyDigest.of(key);
        long version = ThreadLocalRandom.current().nextLong() | 1;
        near.put(key, digest, response, version, timeToLive, ticker.read());
        Peers others = peers;
        if (others != null) {
            boolean first = claimed.remove(digest);
            work.execute(() -> {
                Kept entry = new Kept(version, timeToLive, ResponseBytes.write(response));
                colleagues.put(others, digest, entry, !first);
            });
        }
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> claim(String key) {
        Peers others = peers;
        if (others == null) {
            return NOTHING;
        }
        String digest = KeyDigest.of(key);
        long askedAt = ticker.read();
        // Awaited before it is asked: the end may be told before the answer is here.
        CompletableFuture<Void> end = colleagues.end(digest);
        return colleagues
                .ask(others, digest, new Question.Claim(digest))
                .handle((reply, failure) -> {
                    if (reply instanceof Reply.Held) {
                        return end.completeOnTimeout(null, longestClaim.toMillis(), TimeUnit.MILLISECONDS)
                                .thenComposeAsync(nothing -> waitedFor(key, digest), work);
                    }
                    colleagues.ended(digest);
                    return claimed(reply, key, digest, askedAt);
                })
                .thenCompose(found -> found);
    }

    private CompletionStage<@Nullable CachedResponse> waitedFor(String key, String digest) {
        colleagues.ended(digest);
        return get(key);
    }

    private CompletionStage<@Nullable CachedResponse> claimed(
            @Nullable Reply reply, String key, String digest, long askedAt) {
        if (reply instanceof Reply.Found found) {
            return CompletableFuture.completedFuture(taken(found.entry(), key, digest, askedAt));
        }
        if (reply instanceof Reply.Absent) {
            claimed.add(digest);
        }
        return NOTHING;
    }

    @Override
    public void release(String key) {
        String digest = KeyDigest.of(key);
        Peers others = peers;
        if (others != null && claimed.remove(digest)) {
            colleagues.tellNodeOf(others, digest, new Question.Release(digest));
        }
    }

    @Override
    public void invalidate(String key) {
        near.forget(key);
        Peers others = peers;
        if (others != null) {
            colleagues.tellAll(others, new Question.Forget(KeyDigest.of(key)));
        }
    }

    @Override
    public void flush() {
        near.flush();
        Peers others = peers;
        if (others != null) {
            colleagues.tellAll(others, new Question.Flush());
        }
    }

    @Override
    public void close() {
        Peers others = peers;
        if (others != null) {
            others.close();
        }
        near.flush();
        colleagues.close();
    }
}
