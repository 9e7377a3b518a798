package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A response that a method declares.
 *
 * @param statusCode the status, three digits
 * @param responseParameters header keys ({@code method.response.header.X}) to whether they are required, or null
 * @param responseModels model names by media type, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MethodResponse(
        String statusCode,
        @Nullable Map<String, Boolean> responseParameters,
        @Nullable Map<String, String> responseModels) {}
