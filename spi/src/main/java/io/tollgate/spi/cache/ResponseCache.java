package io.tollgate.spi.cache;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The response cache of one stage. Thread-safe. */
public interface ResponseCache extends AutoCloseable {

    /** The entry of a key, or null; completes at once when it is in local memory. */
    CompletionStage<@Nullable CachedResponse> get(String key);

    /** Keeps an entry for a time of 1 to 3600 s; replaces an older one. */
    void put(String key, CachedResponse response, Duration timeToLive);

    /** Forgets one entry. */
    void invalidate(String key);

    /** Forgets all entries of the stage. */
    void flush();

    /** Frees what the cache holds. */
    @Override
    default void close() {}
}
