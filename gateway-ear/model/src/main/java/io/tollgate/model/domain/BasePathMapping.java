package io.tollgate.model.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Which API a path of a domain leads to (BasePathMapping of the service model).
 *
 * @param basePath the path's first segment, or {@code (none)} for all that no other mapping takes
 * @param restApiId the API
 * @param stage the stage, or null if the next segment names it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BasePathMapping(
        String basePath, String restApiId, @Nullable String stage) {

    /** How an empty base path or stage is written. */
    public static final String NONE = "(none)";
}
