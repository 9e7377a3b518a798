package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes an OpenAPI schema the schema of a model: references to other schemas become references to models, and what
 * JSON Schema 2020-12 writes otherwise is written as draft 4 has it.
 */
final class SchemaRewriter {
    private static final Pattern MODEL_URL =
            Pattern.compile("https://apigateway\\.amazonaws\\.com/restapis/[^/]+/models/([^/]+)");

    private final Reading reading;
    private final Set<String> models;

    /**
     * Knows the models that may be referred to.
     *
     * @param models their names
     */
    SchemaRewriter(Reading reading, Set<String> models) {
        this.reading = reading;
        this.models = models;
    }

    /** A reference that leads to no model. */
    static final class BadReference extends Exception {
        private static final long serialVersionUID = 1L;

        BadReference(String message) {
            super(message);
        }
    }

    /** The name of the schema that a reference means, or the reference itself if it means no schema. */
    String name(String reference) {
        Matcher url = MODEL_URL.matcher(reference);
        if (url.matches()) {
            return url.group(1);
        }
        String prefix = reading.dialect().schemaPrefix();
        return reference.startsWith(prefix) ? reference.substring(prefix.length()) : reference;
    }

    JsonNode rewrite(JsonNode schema) throws BadReference {
        if (schema.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : schema) {
                array.add(rewrite(item));
            }
            return array;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (var member : schema.properties()) {
            JsonNode value = member.getValue();
            boolean reference = member.getKey().equals("$ref") && value.isTextual();
            object.set(member.getKey(), reference ? reference(value) : rewrite(value));
        }
        return reading.dialect() == Dialect.OPENAPI_31 ? draft4(object) : object;
    }

    private JsonNode reference(JsonNode reference) throws BadReference {
        String name = name(reference.asText());
        if (models.contains(name)) {
            return JsonNodeFactory.instance.textNode(reading.options().target().modelPrefix() + name);
        }
        throw new BadReference(
                name.matches("[A-Za-z0-9]+")
                        ? "Invalid model specified: " + name
                        : "Model reference must be in canonical form");
    }

    private static ObjectNode draft4(ObjectNode schema) {
        exclusive(schema, "exclusiveMinimum", "minimum");
        exclusive(schema, "exclusiveMaximum", "maximum");
        if (schema.has("const") && !schema.has("enum")) {
            schema.set("enum", JsonNodeFactory.instance.arrayNode().add(schema.remove("const")));
        }
        return schema;
    }

    private static void exclusive(ObjectNode schema, String exclusive, String limit) {
        JsonNode value = schema.path(exclusive);
        if (value.isNumber()) {
            schema.set(limit, value);
            schema.put(exclusive, true);
        }
    }
}
