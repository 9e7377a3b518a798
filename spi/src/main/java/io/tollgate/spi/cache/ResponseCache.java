package io.tollgate.spi.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The response cache of one stage. Thread-safe; nothing here blocks. A cache that cannot reach what it has elsewhere works
 * with what it has here: {@link #get} and {@link #claim} do not fail for that.
 */
public interface ResponseCache extends AutoCloseable {

    /** The entry of a key, or null; completes at once when it is in local memory. */
    CompletionStage<@Nullable CachedResponse> get(String key);

    /** Keeps an entry for a time of 1 to 3600 s on all nodes that share the cache; replaces an older one. */
    void put(String key, CachedResponse response, Duration timeToLive);

    /**
     * Asks for the right to fetch what {@link #get} did not find, so that of several nodes only one does. Completes with null
     * if the caller shall fetch: {@link #put} or {@link #release} of the key then ends its claim, and so does time, if the
     * caller never comes back. Completes with the entry if another node has fetched it meanwhile. Callers on one node take
     * turns before they ask. A cache that is not shared always says null, at once.
     */
    default CompletionStage<@Nullable CachedResponse> claim(String key) {
        return CompletableFuture.completedFuture(null);
    }

    /** Gives a claim up: there will be no entry. */
    default void release(String key) {}

    /** Forgets one entry, on all nodes that share the cache. */
    void invalidate(String key);

    /** Forgets all entries of the stage, on all nodes that share the cache. */
    void flush();

    /** Frees what the cache holds here. */
    @Override
    default void close() {}
}
