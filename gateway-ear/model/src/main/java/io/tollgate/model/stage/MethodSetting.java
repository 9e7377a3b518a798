package io.tollgate.model.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Run-time settings of one method or of all; every entry is complete.
 *
 * @param metricsEnabled whether the method has metrics of its own
 * @param loggingLevel OFF, ERROR or INFO; null means OFF
 * @param dataTraceEnabled whether bodies are logged
 * @param throttlingBurstLimit the bucket's size, -1 for no limit
 * @param throttlingRateLimit requests a second, -1 for no limit
 * @param cachingEnabled whether answers are cached
 * @param cacheTtlInSeconds 0 to 3600
 * @param cacheDataEncrypted whether cached answers are encrypted
 * @param requireAuthorizationForCacheControl whether invalidation needs a permission
 * @param unauthorizedCacheControlHeaderStrategy FAIL_WITH_403, SUCCEED_WITH_RESPONSE_HEADER or
 *     SUCCEED_WITHOUT_RESPONSE_HEADER
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MethodSetting(
        boolean metricsEnabled,
        @Nullable String loggingLevel,
        boolean dataTraceEnabled,
        int throttlingBurstLimit,
        double throttlingRateLimit,
        boolean cachingEnabled,
        int cacheTtlInSeconds,
        boolean cacheDataEncrypted,
        boolean requireAuthorizationForCacheControl,
        String unauthorizedCacheControlHeaderStrategy) {

    /** What a method without any entry has. */
    public static final MethodSetting DEFAULTS = new MethodSetting(
            false, null, false, 5000, 10000.0, false, 300, false, true, "SUCCEED_WITH_RESPONSE_HEADER");
}
