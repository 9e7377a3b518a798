package io.tollgate.dataplane.gateway;

import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A cache that a test can look into. */
final class MapCache implements ResponseCache {
    final Map<String, CachedResponse> entries = new HashMap<>();
    final Map<String, Duration> lives = new HashMap<>();
    final List<String> released = new ArrayList<>();
    CompletionStage<@Nullable CachedResponse> claimed = CompletableFuture.completedFuture(null);
    int closed;

    @Override
    public CompletionStage<@Nullable CachedResponse> get(String key) {
        return CompletableFuture.completedFuture(entries.get(key));
    }

    @Override
    public void put(String key, CachedResponse response, Duration timeToLive) {
        entries.put(key, response);
        lives.put(key, timeToLive);
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> claim(String key) {
        return claimed;
    }

    @Override
    public void release(String key) {
        released.add(key);
    }

    @Override
    public void invalidate(String key) {
        entries.remove(key);
    }

    @Override
    public void flush() {
        entries.clear();
    }

    @Override
    public void close() {
        closed++;
    }
}
