package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.document.PrettyJson;
import io.tollgate.model.restapi.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Models from the schemas that a document defines, and from schemas written in place, which get a name made from their
 * content as AWS does: MODEL and six digits.
 */
final class ModelsReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+");
    private static final String INVALID = "Invalid model specified: Validation Result: warnings : [], errors : [";

    private final Reading reading;
    private final Set<String> declared = new LinkedHashSet<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, String> inlined = new HashMap<>();
    private final SchemaRewriter rewriter;

    ModelsReader(Reading reading) {
        this.reading = reading;
        this.rewriter = new SchemaRewriter(reading, declared);
    }

    void read() {
        JsonNode schemas = reading.dialect().schemas(reading.root());
        schemas.properties().forEach(schema -> {
            if (!schema.getKey().startsWith("x-")) {
                declared.add(schema.getKey());
            }
        });
        for (String name : declared) {
            JsonNode schema = schemas.path(name);
            reading.notes().take(DocumentationPartType.MODEL, schema, name);
            if (NAME.matcher(name).matches()) {
                add(name, schema, reading.line(schemas, name));
            } else {
                refuse(name, "Model name must be alphanumeric: " + name, reading.line(schemas, name));
            }
        }
    }

    List<Model> models() {
        return new ArrayList<>(models.values());
    }

    /**
     * The name of the model for a schema that a body or response has, or null if it can have none.
     *
     * @param place where the schema stands, for the warning
     */
    @Nullable String modelOf(JsonNode schema, String place) {
        JsonNode reference = schema.path("$ref");
        if (reference.isTextual()) {
            String name = rewriter.name(reference.asText());
            if (!declared.contains(name)) {
                reading.report()
                        .warn("Reference to model '" + name + "' not found. Ignoring.", reading.line(schema, "$ref"));
                return null;
            }
            return name;
        }
        if (structured(schema)) {
            return inline(schema);
        }
        reading.report()
                .warn(
                        "Unsupported model type '" + kind(schema) + "' in " + place + ". Ignoring.",
                        reading.line(schema));
        return null;
    }

    private String inline(JsonNode schema) {
        String source = schema.toString();
        String digest = digest(source);
        int length = 6;
        while (taken("MODEL" + digest.substring(0, length), source)) {
            length++;
        }
        String name = "MODEL" + digest.substring(0, length);
        if (inlined.putIfAbsent(name, source) == null) {
            add(name, schema, reading.line(schema));
        }
        return name;
    }

    private boolean taken(String name, String source) {
        return declared.contains(name) || !inlined.getOrDefault(name, source).equals(source);
    }

    private void add(String name, JsonNode schema, int line) {
        String text = null;
        try {
            text = PrettyJson.write(rewriter.rewrite(schema));
        } catch (SchemaRewriter.BadReference e) {
            refuse(name, INVALID + e.getMessage() + "]", line);
        }
        models.put(name, new Model(name, name, Fields.text(schema, "description"), text, "application/json"));
    }

    private void refuse(String name, String why, int line) {
        reading.report().error("Unable to create model for '" + name + "': " + why, line);
    }

    private static boolean structured(JsonNode schema) {
        String type = schema.path("type").asText();
        return type.equals("object")
                || type.equals("array")
                || schema.has("properties")
                || schema.has("additionalProperties")
                || schema.has("allOf")
                || schema.has("oneOf")
                || schema.has("anyOf");
    }

    /** AWS names the class of its parser. */
    private String kind(JsonNode schema) {
        String type = schema.path("type").asText();
        String suffix = reading.dialect() == Dialect.SWAGGER ? "Property" : "Schema";
        return type.isEmpty() ? suffix : type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1) + suffix;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
