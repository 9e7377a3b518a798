package io.tollgate.model.stage;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where and how calls are logged.
 *
 * @param format one line of {@code $context} variables, or null
 * @param destinationArn the log's ARN, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessLogSettings(
        @Nullable String format, @Nullable String destinationArn) {}
