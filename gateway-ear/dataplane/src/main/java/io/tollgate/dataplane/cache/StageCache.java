package io.tollgate.dataplane.cache;

import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The cache of one stage with what is being fetched for it and the counts of CacheHitCount and CacheMissCount. Thread-safe. */
public final class StageCache {
    private final ResponseCache entries;
    private final long maximumBytes;
    private final Map<String, CompletableFuture<@Nullable CachedResponse>> fetching = new ConcurrentHashMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private int users;
    private long generation;

    StageCache(ResponseCache entries, long maximumBytes, long generation) {
        this.entries = entries;
        this.maximumBytes = maximumBytes;
        this.generation = generation;
    }

    long maximumBytes() {
        return maximumBytes;
    }

    /** How many calls were answered from here. */
    public long hits() {
        return hits.sum();
    }

    /** How many calls had to ask the backend. */
    public long misses() {
        return misses.sum();
    }

    CompletionStage<@Nullable CachedResponse> get(String key) {
        return entries.get(key);
    }

    void put(String key, CachedResponse response, Duration timeToLive) {
        entries.put(key, response, timeToLive);
    }

    CompletionStage<@Nullable CachedResponse> claim(String key) {
        return entries.claim(key);
    }

    void release(String key) {
        entries.release(key);
    }

    void hit() {
        hits.increment();
    }

    void miss() {
        misses.increment();
    }

    /** Makes the caller the one who fetches a key, or gives what the one who does will have; null if it is the caller. */
    @Nullable CompletableFuture<@Nullable CachedResponse> fetching(String key, CompletableFuture<@Nullable CachedResponse> mine) {
        return fetching.putIfAbsent(key, mine);
    }

    void fetched(String key, CompletableFuture<@Nullable CachedResponse> mine) {
        fetching.remove(key, mine);
    }

    /** Counts a user in; entries of an older generation are dropped. */
    void acquire(long wantedGeneration) {
        users++;
        if (wantedGeneration != generation) {
            generation = wantedGeneration;
            entries.flush();
        }
    }

    /** Counts a user out; true if it was the last one. */
    boolean release() {
        return --users == 0;
    }

    void close() {
        entries.close();
    }
}
