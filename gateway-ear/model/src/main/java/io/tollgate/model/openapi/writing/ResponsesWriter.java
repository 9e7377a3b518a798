package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a method answers. */
final class ResponsesWriter {
    private static final String JSON = "application/json";

    private final Documented documented;
    private final ModelsWriter models;
    private final String path;
    private final Method method;

    ResponsesWriter(Documented documented, ModelsWriter models, String path, Method method) {
        this.documented = documented;
        this.models = models;
        this.path = path;
        this.method = method;
    }

    void swagger(ObjectNode operation) {
        ArrayNode produces = operation.withArray("produces");
        Set<String> types = new TreeSet<>();
        ObjectNode responses = operation.putObject("responses");
        declared().forEach((status, response) -> {
            ObjectNode written = begin(status);
            Map<String, String> bodies = bodies(response);
            types.addAll(bodies.keySet());
            if (!bodies.isEmpty()) {
                String model = Objects.requireNonNullElse(
                        bodies.get(JSON), bodies.values().iterator().next());
                written.set("schema", models.refer(model));
            }
            headers(status, response, written, false);
            responses.set(status, written);
        });
        if (types.isEmpty()) {
            types.addAll(templates());
        }
        (types.isEmpty() ? Set.of(JSON) : types).forEach(produces::add);
    }

    /** The media types that the integration's responses have templates for. */
    private Set<String> templates() {
        Set<String> types = new TreeSet<>();
        if (method.methodIntegration() != null && method.methodIntegration().integrationResponses() != null) {
            method.methodIntegration().integrationResponses().values().forEach(response -> {
                if (response.responseTemplates() != null) {
                    types.addAll(response.responseTemplates().keySet());
                }
            });
        }
        return types;
    }

    void openApi(ObjectNode operation) {
        ObjectNode responses = operation.putObject("responses");
        declared().forEach((status, response) -> {
            ObjectNode written = begin(status);
            headers(status, response, written, true);
            ObjectNode content = written.putObject("content");
            bodies(response).forEach((type, model) -> content.putObject(type).set("schema", models.refer(model)));
            responses.set(status, written);
        });
    }

    private Map<String, MethodResponse> declared() {
        return new TreeMap<>(Objects.requireNonNullElse(method.methodResponses(), Map.of()));
    }

    private static Map<String, String> bodies(MethodResponse response) {
        return new TreeMap<>(Objects.requireNonNullElse(response.responseModels(), Map.of()));
    }

    private ObjectNode begin(String status) {
        ObjectNode response = begin(DocumentationPartType.RESPONSE, status, null);
        if (!response.has("description")) {
            response.put("description", status + " response");
        }
        return response;
    }

    private ObjectNode begin(DocumentationPartType type, String status, @Nullable String name) {
        return documented.begin(type, path, method.httpMethod(), status, name);
    }

    private void headers(String status, MethodResponse response, ObjectNode written, boolean schema) {
        Map<String, Boolean> parameters = Objects.requireNonNullElse(response.responseParameters(), Map.of());
        if (parameters.isEmpty()) {
            return;
        }
        ObjectNode headers = written.putObject("headers");
        new TreeMap<>(parameters).forEach((key, required) -> {
            String name = key.substring(key.indexOf("header.") + "header.".length());
            ObjectNode header = begin(DocumentationPartType.RESPONSE_HEADER, status, name);
            if (schema) {
                if (required) {
                    header.put("required", true);
                }
                header.putObject("schema").put("type", "string");
            } else {
                header.put("type", "string");
                if (required) {
                    header.put("x-tollgate-required", true);
                }
            }
            headers.set(name, header);
        });
    }
}
