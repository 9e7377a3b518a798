package io.tollgate.model.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How often calls may come: a token bucket.
 *
 * @param burstLimit the bucket's size in calls, or null
 * @param rateLimit calls a second, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ThrottleSettings(
        @Nullable Integer burstLimit, @Nullable Double rateLimit) {}
