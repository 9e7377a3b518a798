package io.tollgate.plugin.testkit;

import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The simplest cache that keeps the contract. */
class SampleCache implements ResponseCache {
    private record Entry(CachedResponse response, Instant until) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final CacheDefinition definition;
    private final Clock clock;
    private long bytes;

    SampleCache(CacheDefinition definition, Clock clock) {
        this.definition = definition;
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<CachedResponse> get(String key) {
        Entry entry = entries.get(key);
        boolean fresh = entry != null && clock.instant().isBefore(entry.until());
        return CompletableFuture.completedFuture(fresh ? entry.response() : null);
    }

    @Override
    public synchronized void put(String key, CachedResponse response, Duration timeToLive) {
        invalidate(key);
        if (response.body().length > definition.maximumBytes()) {
            return;
        }
        while (bytes + response.body().length > definition.maximumBytes()) {
            invalidate(entries.keySet().iterator().next());
        }
        bytes += response.body().length;
        entries.put(key, new Entry(response, clock.instant().plus(timeToLive)));
    }

    @Override
    public synchronized void invalidate(String key) {
        Entry gone = entries.remove(key);
        bytes -= gone == null ? 0 : gone.response().body().length;
    }

    @Override
    public synchronized void flush() {
        entries.clear();
        bytes = 0;
    }
}
