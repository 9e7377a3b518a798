package io.tollgate.dataplane.cache;

import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.ResponseCache;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The caches of the stages that are live here. A cache outlives the swap of its stage, unless its size changes; it goes
 * with the last compiled stage that uses it. Thread-safe.
 */
public final class StageCaches {
    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private final Map<String, StageCache> byStage = new HashMap<>();
    private final Function<CacheDefinition, ResponseCache> maker;

    /** Caches that a plugin makes. */
    public StageCaches(Function<CacheDefinition, ResponseCache> maker) {
        this.maker = maker;
    }

    /** One use of a cache; closing it ends the use. */
    public record Lease(StageCache cache, AutoCloseable end) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    /**
     * Uses the cache of a stage.
     *
     * @param gigabytes the cluster size as AWS names it, for example {@code 0.5}
     * @param generation how often the stage was flushed
     * @throws IllegalArgumentException if no plugin makes such a cache
     */
    public synchronized Lease use(String apiId, String stage, String gigabytes, long generation) {
        long bytes = (long) (Double.parseDouble(gigabytes) * GIGABYTE);
        String name = apiId + ":" + stage;
        StageCache known = byStage.get(name);
        StageCache cache = known != null && known.maximumBytes() == bytes
                ? known
                : new StageCache(maker.apply(new CacheDefinition(apiId, stage, bytes)), bytes, generation);
        byStage.put(name, cache);
        cache.acquire(generation);
        return new Lease(cache, () -> release(name, cache));
    }

    /** The cache of a stage, null if it has none. */
    public synchronized @Nullable StageCache of(String apiId, String stage) {
        return byStage.get(apiId + ":" + stage);
    }

    private synchronized void release(String name, StageCache cache) {
        if (cache.release()) {
            byStage.remove(name, cache);
            cache.close();
        }
    }
}
