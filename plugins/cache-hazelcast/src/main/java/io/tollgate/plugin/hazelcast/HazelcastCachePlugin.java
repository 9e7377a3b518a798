package io.tollgate.plugin.hazelcast;

import com.github.benmanes.caffeine.cache.Ticker;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.List;

/** The entrance: one kind, {@code hazelcast}. */
public final class HazelcastCachePlugin implements Plugin {

    @Override
    public String name() {
        return "cache-hazelcast";
    }

    @Override
    public String description() {
        return "Keeps cached responses for all nodes of a cluster: each entry lies on one node, others serve copies of it.";
    }

    @Override
    public Class<? extends Record> settings() {
        return HazelcastCacheSettings.class;
    }

    @Override
    public List<CacheFactory> caches() {
        return List.of(new Factory());
    }

    private static final class Factory implements CacheFactory {
        @Override
        public String kind() {
            return "hazelcast";
        }

        @Override
        public ResponseCache create(CacheDefinition definition, IntegrationHost host) {
            return SharedCache.open(
                    definition, host.settings(HazelcastCacheSettings.class), host, Ticker.systemTicker());
        }
    }
}
