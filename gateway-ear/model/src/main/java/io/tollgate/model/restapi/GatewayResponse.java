package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answers itself when a call ends early.
 *
 * @param responseType a {@code GatewayResponseType} by name
 * @param statusCode the status, or null for the type's own
 * @param responseParameters {@code gatewayresponse.header.X} to its source
 * @param responseTemplates templates by media type
 * @param defaultResponse whether nobody customised this type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GatewayResponse(
        String responseType,
        @Nullable String statusCode,
        Map<String, String> responseParameters,
        Map<String, String> responseTemplates,
        boolean defaultResponse) {}
