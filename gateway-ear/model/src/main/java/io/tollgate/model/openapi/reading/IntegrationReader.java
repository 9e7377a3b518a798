package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationRules;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.TlsConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Integrations from {@code x-amazon-apigateway-integration}. */
final class IntegrationReader {
    private static final String EXTENSION = "x-amazon-apigateway-integration";

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
        if (!IntegrationRules.TYPES.contains(type)) {
            reading.report()
                    .error(
                            place.unableToPut("integration") + "Invalid integration type specified: " + type,
                            reading.line(extension, "type"));
        }
        Integration integration = integration(type, extension, parameters, responses);
        check(() -> IntegrationRules.checkEndpoint(integration), extension, "uri");
        check(() -> IntegrationRules.checkConnection(integration), extension, "connectionType");
        IntegrationRules.vpcLink(integration)
                .filter(id -> !reading.options().target().vpcLinkExists().test(id))
                .ifPresent(id -> reading.report()
                        .warn(
                                "VPC link '" + id + "' of the integration on '" + place + "' does not exist. Its URI is"
                                        + " called all the same.",
                                reading.line(extension, "connectionId")));
        check(() -> IntegrationRules.checkTimeout(integration.timeoutInMillis()), extension, "timeoutInMillis");
        Map<String, String> templates = Objects.requireNonNullElse(integration.requestTemplates(), Map.of());
        check(() -> MappingSyntax.checkContentTypes(templates.keySet()), extension, "requestTemplates");
        return integration;
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
                new Mappings(reading, place.unableToPut("integration"))
                        .read(
                                extension.path("requestParameters"),
                                parameters,
                                MappingSyntax::checkRequestMapping,
                                (target, source, names) -> MappingSyntax.checkRequestDeclared(source, names)),
                Fields.textMap(extension.path("requestTemplates")),
                Objects.requireNonNullElse(Fields.upper(extension, "passthroughBehavior"), "WHEN_NO_MATCH"),
                Fields.upper(extension, "contentHandling"),
                Objects.requireNonNullElse(
                        Fields.integer(extension, "timeoutInMillis"), IntegrationRules.LONGEST_TIMEOUT),
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

    private void check(Runnable check, JsonNode object, String member) {
        reading.report().passes(check, place.unableToPut("integration"), reading.line(object, member));
    }
}
