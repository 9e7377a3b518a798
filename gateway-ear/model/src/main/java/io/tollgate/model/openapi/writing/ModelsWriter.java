package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.ExportExtension;
import io.tollgate.model.openapi.ExportOptions;
import io.tollgate.model.openapi.ExportType;
import io.tollgate.model.restapi.Model;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Models as schemas: those that methods or other models refer to; with all of API Gateway, all of them. */
final class ModelsWriter {
    private static final Pattern MODEL_URL =
            Pattern.compile("https://apigateway\\.[^/]+/restapis/[^/]+/models/([^/]+)");

    private final List<Model> models;
    private final ExportOptions options;
    private final Documented documented;
    private final String prefix;
    private final Map<String, JsonNode> schemas = new TreeMap<>();

    ModelsWriter(List<Model> models, ExportOptions options, Documented documented) {
        this.models = models;
        this.options = options;
        this.documented = documented;
        this.prefix = options.type() == ExportType.SWAGGER ? "#/definitions/" : "#/components/schemas/";
        if (options.shows(ExportExtension.APIGATEWAY)) {
            models.forEach(model -> refer(model.name()));
        }
    }

    /** A reference to a model, which is then among the schemas. */
    ObjectNode refer(String name) {
        if (!schemas.containsKey(name)) {
            models.stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .ifPresent(this::write);
        }
        return Trees.object().put("$ref", prefix + name);
    }

    /** The schemas, sorted by name. */
    Map<String, JsonNode> schemas() {
        return schemas;
    }

    private void write(Model model) {
        schemas.put(model.name(), Trees.object());
        JsonNode schema = rewritten(Documented.parse(Objects.requireNonNullElse(model.schema(), "{}")));
        if (schema instanceof ObjectNode object && !options.shows(ExportExtension.DOCUMENTATION)) {
            document(model.name(), object);
        }
        schemas.put(model.name(), schema);
    }

    /** Documentation says what the schema does not say itself; with the parts beside it, the schema stays as it is. */
    private void document(String name, ObjectNode schema) {
        DocumentationPartLocation model =
                new DocumentationPartLocation(DocumentationPartType.MODEL.name(), null, null, null, name);
        documented.begin(model).properties().forEach(member -> {
            if (!schema.has(member.getKey())) {
                schema.set(member.getKey(), member.getValue());
            }
        });
    }

    private JsonNode rewritten(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode array = Trees.array();
            schema.forEach(item -> array.add(rewritten(item)));
            return array;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode object = Trees.object();
        schema.properties().forEach(member -> {
            Matcher url = MODEL_URL.matcher(member.getValue().asText());
            boolean reference = member.getKey().equals("$ref") && url.matches();
            object.set(member.getKey(), reference ? refer(url.group(1)).path("$ref") : rewritten(member.getValue()));
        });
        return object;
    }
}
