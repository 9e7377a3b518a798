package io.tollgate.dataplane.cache;

import io.tollgate.dataplane.cache.CachedMethod.Separation;
import io.tollgate.dataplane.gateway.Pipeline;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.MethodSetting;
import org.jspecify.annotations.Nullable;

/** Decides at compile time which methods of a stage are cached. */
public final class Caching {
    private final StageCache cache;
    private final Rules rules;
    private final EntrySeal seal;

    /**
     * What all methods of a stage have in common.
     *
     * @param right says who may refresh entries
     * @param separation how base and canary keep their entries apart
     * @param fetchOnce whether of concurrent misses of one key only one goes to the backend
     */
    public record Rules(InvalidationRight right, Separation separation, boolean fetchOnce) {}

    /** Caching in this cache; where settings want entries encrypted, this seal does it. */
    public Caching(StageCache cache, Rules rules, EntrySeal seal) {
        this.cache = cache;
        this.rules = rules;
        this.seal = seal;
    }

    /**
     * Whether a method with these settings is cached: GET as soon as the stage has a cache, others if their own settings say
     * so. A time to live of 0 is no caching.
     *
     * @param own the method's own settings, or null
     * @param general the settings of all methods, or null
     */
    public static boolean isOn(String verb, @Nullable MethodSetting own, @Nullable MethodSetting general) {
        MethodSetting setting = own == null ? general : own;
        if (setting == null) {
            return verb.equals("GET");
        }
        return setting.cacheTtlInSeconds() > 0 && setting.cachingEnabled() && (own != null || verb.equals("GET"));
    }

    /** Whether the key of a method is made of its body. */
    public static boolean readsBody(Integration integration, Resource resource, Method method) {
        return new CacheKey(integration, resource.id(), method.httpMethod()).readsBody();
    }

    /** The method's integration behind the cache. */
    public CachedMethod of(
            Integration integration, Resource resource, Method method, MethodSetting setting, Pipeline steps) {
        CacheKey key = new CacheKey(integration, resource.id(), method.httpMethod());
        return new CachedMethod(cache, key, setting, rules, steps, setting.cacheDataEncrypted() ? seal : null);
    }
}
