package io.tollgate.spi.cache;

import io.tollgate.spi.integration.IntegrationHost;

/** Makes the response caches of one kind. Thread-safe; created once per plugin load. */
public interface CacheFactory {

    /** The kind's name, chosen by {@code tollgate.cache.kind}, for example {@code memory}. */
    String kind();

    /** Makes the cache of one stage. */
    ResponseCache create(CacheDefinition definition, IntegrationHost host);
}
