package io.tollgate.plugin.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The entries of one stage, weighed by their bytes; each has a life of its own that reading does not prolong. */
final class MemoryCache implements ResponseCache {
    private static final CompletionStage<@Nullable CachedResponse> NOTHING = CompletableFuture.completedFuture(null);

    private record Entry(CachedResponse response, long lifeNanos, CompletionStage<@Nullable CachedResponse> found) {}

    private final Cache<String, Entry> entries;
    private final long maximumBytes;

    /** An empty cache of so many bytes that goes by this clock. */
    MemoryCache(long maximumBytes, Ticker ticker) {
        this.maximumBytes = maximumBytes;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .<String, Entry>weigher((key, entry) -> weight(key, entry.response()))
                .expireAfter(Expiry.<String, Entry>writing((key, entry) -> Duration.ofNanos(entry.lifeNanos())))
                .executor(Runnable::run)
                .ticker(ticker)
                .build();
    }

    private static int weight(String key, CachedResponse response) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * key.length() + response.weight());
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> get(String key) {
        Entry entry = entries.getIfPresent(key);
        return entry == null ? NOTHING : entry.found();
    }

    @Override
    public void put(String key, CachedResponse response, Duration timeToLive) {
        if (weight(key, response) > maximumBytes) {
            entries.invalidate(key);
            return;
        }
        entries.put(key, new Entry(response, timeToLive.toNanos(), CompletableFuture.completedFuture(response)));
    }

    @Override
    public void invalidate(String key) {
        entries.invalidate(key);
    }

    @Override
    public void flush() {
        entries.invalidateAll();
    }

    @Override
    public void close() {
        entries.invalidateAll();
    }
}
