package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.openapi.ExportType;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Integrations as {@code x-amazon-apigateway-integration}. */
final class IntegrationWriter {
    private static final int DEFAULT_TIMEOUT = 29_000;
    private static final String PASSTHROUGH = "__passthrough__";

    private IntegrationWriter() {}

    /** Swagger has the type first, OpenAPI last, as AWS has it. */
    static ObjectNode write(Integration integration, String resourceId, ExportType exportType) {
        String type = integration.type().toLowerCase(Locale.ROOT);
        ObjectNode object = Trees.object();
        if (exportType == ExportType.SWAGGER) {
            object.put("type", type);
        }
        backend(integration, object);
        responses(integration.integrationResponses(), object);
        Trees.put(object, "requestParameters", integration.requestParameters());
        Trees.put(object, "requestTemplates", integration.requestTemplates());
        String passthrough = integration.passthroughBehavior();
        Trees.put(object, "passthroughBehavior", passthrough == null ? null : passthrough.toLowerCase(Locale.ROOT));
        Trees.put(object, "contentHandling", integration.contentHandling());
        if (integration.timeoutInMillis() != DEFAULT_TIMEOUT) {
            object.put("timeoutInMillis", integration.timeoutInMillis());
        }
        cache(integration, resourceId, object);
        if (integration.tlsConfig() != null) {
            object.putObject("tlsConfig")
                    .put("insecureSkipVerification", integration.tlsConfig().insecureSkipVerification());
        }
        String transfer = integration.responseTransferMode();
        Trees.put(object, "responseTransferMode", transfer == null ? null : transfer.toLowerCase(Locale.ROOT));
        if (exportType == ExportType.OAS30) {
            object.put("type", type);
        }
        return object;
    }

    private static void backend(Integration integration, ObjectNode object) {
        if (!"INTERNET".equals(integration.connectionType())) {
            Trees.put(object, "connectionType", integration.connectionType());
        }
        Trees.put(object, "connectionId", integration.connectionId());
        Trees.put(object, "integrationTarget", integration.integrationTarget());
        Trees.put(object, "httpMethod", integration.httpMethod());
        Trees.put(object, "credentials", integration.credentials());
        Trees.put(object, "uri", integration.uri());
    }

    private static void responses(@Nullable Map<String, IntegrationResponse> responses, ObjectNode object) {
        if (responses == null || responses.isEmpty()) {
            return;
        }
        ObjectNode written = object.putObject("responses");
        new TreeMap<>(responses).values().forEach(response -> {
            String pattern = response.selectionPattern();
            String key = pattern == null || pattern.isEmpty() ? "default" : pattern;
            ObjectNode member = written.putObject(key).put("statusCode", response.statusCode());
            Trees.put(member, "responseParameters", response.responseParameters());
            templates(response.responseTemplates(), member);
            Trees.put(member, "contentHandling", response.contentHandling());
        });
    }

    private static void templates(@Nullable Map<String, @Nullable String> templates, ObjectNode member) {
        if (templates != null && !templates.isEmpty()) {
            ObjectNode written = member.putObject("responseTemplates");
            new TreeMap<>(templates)
                    .forEach((type, template) -> written.put(type, template == null ? PASSTHROUGH : template));
        }
    }

    private static void cache(Integration integration, String resourceId, ObjectNode object) {
        boolean keyed = !integration.cacheKeyParameters().isEmpty();
        String namespace = integration.cacheNamespace();
        if (namespace != null && (keyed || !namespace.equals(resourceId))) {
            object.put("cacheNamespace", namespace);
        }
        if (keyed) {
            object.set("cacheKeyParameters", Trees.texts(integration.cacheKeyParameters()));
        }
    }
}
