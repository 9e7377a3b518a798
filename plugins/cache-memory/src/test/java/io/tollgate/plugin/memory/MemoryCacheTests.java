package io.tollgate.plugin.memory;

import io.tollgate.plugin.testkit.CacheContract;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.ResponseCache;
import java.util.concurrent.TimeUnit;

class MemoryCacheTests extends CacheContract {
    @Override
    protected Plugin plugin() {
        return new MemoryCachePlugin();
    }

    @Override
    protected ResponseCache create(CacheDefinition definition) {
        return new MemoryCache(definition.maximumBytes(), () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }
}
