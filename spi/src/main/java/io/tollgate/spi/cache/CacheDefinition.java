package io.tollgate.spi.cache;

/**
 * What was configured for one stage's cache.
 *
 * @param apiId the API's id
 * @param stage the stage's name
 * @param maximumBytes the bound of all entries together
 */
public record CacheDefinition(String apiId, String stage, long maximumBytes) {}
