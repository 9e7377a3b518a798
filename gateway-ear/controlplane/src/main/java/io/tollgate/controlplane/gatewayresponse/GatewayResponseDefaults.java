package io.tollgate.controlplane.gatewayresponse;

import io.tollgate.model.restapi.GatewayResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What each gateway response type shows while nobody customised it (features 10). */
final class GatewayResponseDefaults {
    private static final Map<String, String> TEMPLATE =
            Map.of("application/json", "{\"message\":$context.error.messageString}");
    private static final Map<String, String> STATUS = new LinkedHashMap<>();

    static {
        STATUS.put("REQUEST_TOO_LARGE", "413");
        STATUS.put("RESOURCE_NOT_FOUND", "404");
        STATUS.put("AUTHORIZER_CONFIGURATION_ERROR", "500");
        STATUS.put("MISSING_AUTHENTICATION_TOKEN", "403");
        STATUS.put("BAD_REQUEST_BODY", "400");
        STATUS.put("INVALID_SIGNATURE", "403");
        STATUS.put("INVALID_API_KEY", "403");
        STATUS.put("BAD_REQUEST_PARAMETERS", "400");
        STATUS.put("AUTHORIZER_FAILURE", "500");
        STATUS.put("UNAUTHORIZED", "401");
        STATUS.put("INTEGRATION_TIMEOUT", "504");
        STATUS.put("ACCESS_DENIED", "403");
        STATUS.put("DEFAULT_4XX", "");
        STATUS.put("DEFAULT_5XX", "");
        STATUS.put("WAF_FILTERED", "403");
        STATUS.put("QUOTA_EXCEEDED", "429");
        STATUS.put("THROTTLED", "429");
        STATUS.put("API_CONFIGURATION_ERROR", "500");
        STATUS.put("UNSUPPORTED_MEDIA_TYPE", "415");
        STATUS.put("INTEGRATION_FAILURE", "504");
        STATUS.put("EXPIRED_TOKEN", "403");
    }

    /** All types. */
    static final List<String> TYPES = List.copyOf(STATUS.keySet());

    private GatewayResponseDefaults() {}

    /** The uncustomised response of a type. */
    static GatewayResponse of(String type) {
        String status = Objects.requireNonNullElse(STATUS.get(type), "");
        return new GatewayResponse(type, status.isEmpty() ? null : status, Map.of(), TEMPLATE, true);
    }

    /** The type whose customisation this one follows. */
    static String family(String type) {
        return Objects.requireNonNullElse(STATUS.get(type), "").startsWith("5") ? "DEFAULT_5XX" : "DEFAULT_4XX";
    }

    /** What a type shows that is not customised itself: its family's settings if that is. */
    static GatewayResponse inherited(String type, Optional<GatewayResponse> family) {
        GatewayResponse standard = of(type);
        return type.startsWith("DEFAULT_") || family.isEmpty()
                ? standard
                : new GatewayResponse(
                        type,
                        family.get().statusCode() == null
                                ? standard.statusCode()
                                : family.get().statusCode(),
                        family.get().responseParameters(),
                        family.get().responseTemplates(),
                        true);
    }
}
