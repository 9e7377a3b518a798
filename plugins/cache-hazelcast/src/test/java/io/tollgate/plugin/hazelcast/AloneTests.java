package io.tollgate.plugin.hazelcast;

import io.tollgate.plugin.testkit.CacheContract;
import io.tollgate.plugin.testkit.TestHost;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.ResponseCache;
import java.util.concurrent.TimeUnit;

/** Without a cluster it is a cache like any other. */
class AloneTests extends CacheContract {
    @Override
    protected Plugin plugin() {
        return new HazelcastCachePlugin();
    }

    @Override
    protected ResponseCache create(CacheDefinition definition) {
        TestHost host = TestHost.of(plugin());
        return SharedCache.open(
                definition,
                host.settings(HazelcastCacheSettings.class),
                host,
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()),
                Runnable::run);
    }
}
