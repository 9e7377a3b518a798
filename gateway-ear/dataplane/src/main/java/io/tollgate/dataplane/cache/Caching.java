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
    private final InvalidationRight right;
    private final Separation separation;
    private final EntrySeal seal;

    /** Caching in this cache; where settings want entries encrypted, this seal does it. */
    public Caching(StageCache cache, InvalidationRight right, Separation separation, EntrySeal seal) {
        this.seal = seal;
        this.cache = cache;
        this.right = right;
        this.separation = separation;
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
        return new CachedMethod(
                cache, key, setting, right, steps, separation, setting.cacheDataEncrypted() ? seal : null);
    }
}
