package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a method reads: parameters and body. */
final class RequestWriter {
    private static final String JSON = "application/json";

    private final Documented documented;
    private final ModelsWriter models;
    private final String path;
    private final Method method;

    RequestWriter(Documented documented, ModelsWriter models, String path, Method method) {
        this.documented = documented;
        this.models = models;
        this.path = path;
        this.method = method;
    }

    void swagger(ObjectNode operation) {
        Map<String, String> bodies = bodies();
        List<String> consumes = new ArrayList<>(bodies.keySet());
        if (consumes.isEmpty() && method.methodIntegration() != null) {
            Map<String, String> templates = method.methodIntegration().requestTemplates();
            consumes.addAll(templates == null ? List.of() : new TreeMap<>(templates).keySet());
        }
        if (!consumes.isEmpty()) {
            operation.set("consumes", Trees.texts(consumes));
        }
        // AWS has produces between consumes and parameters; ResponsesWriter fills it.
        operation.putArray("produces");
        ArrayNode parameters = parameters(false);
        if (!bodies.isEmpty()) {
            String model = Objects.requireNonNullElse(
                    bodies.get(JSON), bodies.values().iterator().next());
            ObjectNode body = begin(DocumentationPartType.REQUEST_BODY, null)
                    .put("in", "body")
                    .put("name", model)
                    .put("required", true);
            parameters.add(body.set("schema", models.refer(model)));
        }
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    void openApi(ObjectNode operation) {
        ArrayNode parameters = parameters(true);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        Map<String, String> bodies = bodies();
        if (!bodies.isEmpty()) {
            ObjectNode body = begin(DocumentationPartType.REQUEST_BODY, null);
            ObjectNode content = body.putObject("content");
            bodies.forEach((type, model) -> content.putObject(type).set("schema", models.refer(model)));
            operation.set("requestBody", body.put("required", true));
        }
    }

    private Map<String, String> bodies() {
        return new TreeMap<>(Objects.requireNonNullElse(method.requestModels(), Map.of()));
    }

    private ArrayNode parameters(boolean schema) {
        ArrayNode parameters = Trees.array();
        new TreeMap<>(Objects.requireNonNullElse(method.requestParameters(), Map.<String, Boolean>of()))
                .forEach((key, required) -> {
                    String[] parts = key.split("\\.", 4);
                    if (parts.length == 4) {
                        parameters.add(parameter(parts[2], parts[3], required, schema));
                    }
                });
        return parameters;
    }

    private ObjectNode parameter(String where, String name, boolean required, boolean schema) {
        String in = where.equals("querystring") ? "query" : where;
        DocumentationPartType type = switch (in) {
            case "query" -> DocumentationPartType.QUERY_PARAMETER;
            case "path" -> DocumentationPartType.PATH_PARAMETER;
            default -> DocumentationPartType.REQUEST_HEADER;
        };
        ObjectNode parameter = Trees.object().put("name", name).put("in", in);
        parameter.setAll(begin(type, name));
        if (required || !schema) {
            parameter.put("required", required);
        }
        if (schema) {
            parameter.putObject("schema").put("type", "string");
        } else {
            parameter.put("type", "string");
        }
        return parameter;
    }

    private ObjectNode begin(DocumentationPartType type, @Nullable String name) {
        return documented.begin(type, path, method.httpMethod(), DocumentationPartLocation.ANY, name);
    }
}
