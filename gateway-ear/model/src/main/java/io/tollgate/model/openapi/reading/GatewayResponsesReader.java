package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.restapi.GatewayResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Gateway responses from {@code x-amazon-apigateway-gateway-responses}. */
final class GatewayResponsesReader {
    private static final Set<String> TYPES = Set.of(
            "DEFAULT_4XX",
            "DEFAULT_5XX",
            "RESOURCE_NOT_FOUND",
            "UNAUTHORIZED",
            "INVALID_API_KEY",
            "ACCESS_DENIED",
            "AUTHORIZER_FAILURE",
            "AUTHORIZER_CONFIGURATION_ERROR",
            "INVALID_SIGNATURE",
            "EXPIRED_TOKEN",
            "MISSING_AUTHENTICATION_TOKEN",
            "INTEGRATION_FAILURE",
            "INTEGRATION_TIMEOUT",
            "API_CONFIGURATION_ERROR",
            "UNSUPPORTED_MEDIA_TYPE",
            "BAD_REQUEST_PARAMETERS",
            "BAD_REQUEST_BODY",
            "REQUEST_TOO_LARGE",
            "THROTTLED",
            "QUOTA_EXCEEDED",
            "WAF_FILTERED");

    private GatewayResponsesReader() {}

    static List<GatewayResponse> read(Reading reading) {
        List<GatewayResponse> read = new ArrayList<>();
        JsonNode extension = reading.root().path("x-amazon-apigateway-gateway-responses");
        extension.properties().forEach(member -> {
            String type = member.getKey().toUpperCase(Locale.ROOT);
            JsonNode response = member.getValue();
            int line = reading.line(extension, member.getKey());
            if (!TYPES.contains(type)) {
                reading.report().error("Invalid gateway response type specified: " + member.getKey(), line);
            }
            String status = Fields.text(response, "statusCode");
            if (status != null && !status.matches("[1-5]\\d\\d")) {
                reading.report()
                        .error(
                                "Unable to put gateway response '" + type + "': Invalid status code specified: "
                                        + status,
                                line);
            }
            read.add(new GatewayResponse(
                    type,
                    status,
                    Objects.requireNonNullElse(Fields.textMap(response.path("responseParameters")), Map.of()),
                    Objects.requireNonNullElse(Fields.textMap(response.path("responseTemplates")), Map.of()),
                    false));
        });
        return read;
    }
}
