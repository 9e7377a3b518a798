package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a backend's answer becomes the method's.
 *
 * @param statusCode the method response it fills
 * @param selectionPattern a pattern that the status or error message must match as a whole; null or empty for the default
 * @param responseParameters {@code method.response.header.X} to its source, or null
 * @param responseTemplates templates by media type, or null; a null value means pass through
 * @param contentHandling CONVERT_TO_BINARY, CONVERT_TO_TEXT or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationResponse(
        String statusCode,
        @Nullable String selectionPattern,
        @Nullable Map<String, String> responseParameters,
        @Nullable Map<String, @Nullable String> responseTemplates,
        @Nullable String contentHandling) {}
