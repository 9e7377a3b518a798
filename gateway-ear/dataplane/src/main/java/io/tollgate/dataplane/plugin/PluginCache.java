package io.tollgate.dataplane.plugin;

import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.cache.ResponseCache;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A response cache with the plugin that made it. */
final class PluginCache implements ResponseCache {
    private final Use use;
    private final ResponseCache cache;

    PluginCache(LoadedPlugin plugin, CacheFactory factory, CacheDefinition definition) {
        this.use = new Use(plugin);
        this.cache = use.make(() -> factory.create(definition, plugin.host()));
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> get(String key) {
        return use.ask(() -> cache.get(key));
    }

    @Override
    public void put(String key, CachedResponse response, Duration timeToLive) {
        use.run(() -> cache.put(key, response, timeToLive));
    }

    @Override
    public CompletionStage<@Nullable CachedResponse> claim(String key) {
        return use.ask(() -> cache.claim(key));
    }

    @Override
    public void release(String key) {
        use.run(() -> cache.release(key));
    }

    @Override
    public void invalidate(String key) {
        use.run(() -> cache.invalidate(key));
    }

    @Override
    public void flush() {
        use.run(cache::flush);
    }

    @Override
    public void close() {
        use.close(cache::close);
    }

    @Override
    public String toString() {
        return use.toString();
    }
}
