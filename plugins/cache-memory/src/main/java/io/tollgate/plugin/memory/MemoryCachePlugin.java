package io.tollgate.plugin.memory;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.List;

/** The entrance: one kind, {@code memory}. */
public final class MemoryCachePlugin implements Plugin {
    private static final long MEGABYTE = 1024L * 1024;

    @Override
    public String name() {
        return "cache-memory";
    }

    @Override
    public String description() {
        return "Keeps cached responses in the memory of each node.";
    }

    @Override
    public Class<? extends Record> settings() {
        return MemoryCacheSettings.class;
    }

    @Override
    public List<CacheFactory> caches() {
        return List.of(new Factory());
    }

    private static final class Factory implements CacheFactory {
        @Override
        public String kind() {
            return "memory";
        }

        @Override
        public ResponseCache create(CacheDefinition definition, IntegrationHost host) {
            long bound = host.settings(MemoryCacheSettings.class).maximumMegabytes() * MEGABYTE;
            return new MemoryCache(Math.min(bound, definition.maximumBytes()), Ticker.systemTicker());
        }
    }
}
