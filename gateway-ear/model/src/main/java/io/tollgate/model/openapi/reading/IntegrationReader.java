package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.TlsConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Integrations from {@code x-amazon-apigateway-integration}. */
final class IntegrationReader {
    private static final String EXTENSION = "x-amazon-apigateway-integration";
    private static final int DEFAULT_TIMEOUT = 29_000;

    private final Reading reading;
    private final Place place;

    IntegrationReader(Reading reading, Place place) {
        this.reading = reading;
        this.place = place;
    }

    /** The operation's integration, null if it has none or it is refused. */
    @Nullable Integration read(
            JsonNode operation, @Nullable Map<String, Boolean> parameters, Map<String, MethodResponse> responses) {
        if (!operation.has(EXTENSION)) {
            return null;
        }
        JsonNode extension = reading.resolve(operation.path(EXTENSION));
        String type = Fields.upper(extension, "type");
        if (!extension.isObject() || type == null) {
            reading.report()
                    .error(
                            "Unable to parse API definition because of a malformed integration at path " + place.path(),
                            reading.line(operation, EXTENSION));
            return null;
        }
        IntegrationUri.refused(type, Fields.text(extension, "httpMethod"), Fields.text(extension, "uri"))
                .ifPresent(why -> refuse(why, extension, "uri"));
        return integration(type, extension, parameters, responses);
    }

    private Integration integration(
            String type,
            JsonNode extension,
            @Nullable Map<String, Boolean> parameters,
            Map<String, MethodResponse> responses) {
        return new Integration(
                type,
                httpMethod(type, extension),
                type.equals("MOCK") ? null : Fields.text(extension, "uri"),
                connectionType(type, extension),
                Fields.text(extension, "connectionId"),
                Fields.text(extension, "credentials"),
                requestParameters(extension, parameters),
                Fields.textMap(extension.path("requestTemplates")),
                Objects.requireNonNullElse(Fields.upper(extension, "passthroughBehavior"), "WHEN_NO_MATCH"),
                Fields.upper(extension, "contentHandling"),
                timeout(extension),
                Fields.text(extension, "cacheNamespace"),
                Objects.requireNonNullElse(Fields.texts(extension.path("cacheKeyParameters")), List.of()),
                new IntegrationResponsesReader(reading, place).read(extension.path("responses"), responses),
                extension.path("tlsConfig").isObject()
                        ? new TlsConfig(Fields.isTrue(extension.path("tlsConfig"), "insecureSkipVerification"))
                        : null,
                Fields.upper(extension, "responseTransferMode"),
                Fields.text(extension, "integrationTarget"));
    }

    private static @Nullable String httpMethod(String type, JsonNode extension) {
        return switch (type) {
            case "MOCK" -> null;
            case "AWS_PROXY" -> "POST";
            default -> Fields.upper(extension, "httpMethod");
        };
    }

    private static @Nullable String connectionType(String type, JsonNode extension) {
        String given = Fields.upper(extension, "connectionType");
        return given == null && type.startsWith("HTTP") ? "INTERNET" : given;
    }

    private int timeout(JsonNode extension) {
        int timeout = Objects.requireNonNullElse(Fields.integer(extension, "timeoutInMillis"), DEFAULT_TIMEOUT);
        if (timeout < 50 || timeout > DEFAULT_TIMEOUT) {
            refuse("Timeout should be between 50 ms and 29000 ms", extension, "timeoutInMillis");
        }
        return timeout;
    }

    private @Nullable Map<String, String> requestParameters(
            JsonNode extension, @Nullable Map<String, Boolean> declared) {
        JsonNode mappings = extension.path("requestParameters");
        Map<String, String> read = new LinkedHashMap<>();
        mappings.properties().forEach(mapping -> {
            JsonNode value = mapping.getValue();
            if (value.isNull()) {
                return;
            }
            // A bare true or 7 is meant as a static value, which has quotes.
            String source = value.isTextual() ? value.asText() : "'" + value.asText() + "'";
            MappingExpressions.refusedRequest(mapping.getKey(), source)
                    .ifPresent(why -> refuse(why, mappings, mapping.getKey()));
            MappingExpressions.undeclaredRequest(source, declared)
                    .ifPresent(why -> reading.report()
                            .warn(place.unableToPut("integration") + why, reading.line(mappings, mapping.getKey())));
            read.put(mapping.getKey(), source);
        });
        return read.isEmpty() ? null : read;
    }

    private void refuse(String why, JsonNode object, String member) {
        reading.report().error(place.unableToPut("integration") + why, reading.line(object, member));
    }
}
