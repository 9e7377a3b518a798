package io.tollgate.controlplane.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tollgate.controlplane.wire.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a mapping template that makes a payload of a schema's form: sample values that its author replaces, and a loop
 * over the input for every array.
 */
final class ModelTemplate {
    private static final int DEEPEST = 32;

    private final JsonNode root;
    private final StringBuilder out = new StringBuilder("#set($inputRoot = $input.path('$'))\n");
    private final Deque<String> open = new ArrayDeque<>();
    private int loops;

    ModelTemplate(JsonNode schema) {
        this.root = schema;
    }

    String text() {
        value(root, "$inputRoot", "");
        return out.toString();
    }

    /** Writes what a schema allows; the source is where the input has it. */
    private void value(JsonNode schema, String source, String indent) {
        String reference = schema.path("$ref").asText("");
        if (!reference.isEmpty()) {
            referred(reference, source, indent);
            return;
        }
        JsonNode alternative = schema.has("oneOf") ? schema.path("oneOf") : schema.path("anyOf");
        if (alternative.has(0)) {
            value(alternative.get(0), source, indent);
            return;
        }
        if (schema.path("enum").has(0)) {
            out.append(schema.path("enum").get(0));
            return;
        }
        switch (type(schema)) {
            case "object" -> object(properties(schema), source, indent);
            case "array" -> array(schema.path("items"), source, indent);
            case "integer", "number" -> out.append("42");
            case "boolean" -> out.append("true");
            case "null" -> out.append("null");
            default -> out.append("\"foo\"");
        }
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        if (type.isTextual()) {
            return type.asText();
        }
        return schema.has("items") ? "array" : "object";
    }

    private void referred(String reference, String source, String indent) {
        JsonNode target = reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        if (target.isMissingNode() || open.contains(reference) || open.size() > DEEPEST) {
            out.append("{ }");
            return;
        }
        open.push(reference);
        value(target, source, indent);
        open.pop();
    }

    private static Map<String, JsonNode> properties(JsonNode schema) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(one -> all.put(one.getKey(), one.getValue()));
        schema.path("allOf").forEach(part -> all.putAll(properties(part)));
        return all;
    }

    private void object(Map<String, JsonNode> properties, String source, String indent) {
        if (properties.isEmpty()) {
            out.append("{ }");
            return;
        }
        String separator = "{\n";
        for (Map.Entry<String, JsonNode> property : properties.entrySet()) {
            out.append(separator).append(indent).append("  ");
            out.append(Json.write(property.getKey())).append(" : ");
            value(property.getValue(), member(source, property.getKey()), indent + "  ");
            separator = ",\n";
        }
        out.append('\n').append(indent).append('}');
    }

    private static String member(String source, String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_]*")
                ? source + "." + name
                : source + "['" + name.replace("'", "''") + "']";
    }

    private void array(JsonNode items, String source, String indent) {
        String element = loops == 0 ? "$elem" : "$elem" + (loops + 1);
        loops++;
        out.append("[\n##Let this loop go over the array of the input that has the items\n#foreach(");
        out.append(element)
                .append(" in ")
                .append(source)
                .append(")\n")
                .append(indent)
                .append("  ");
        value(items, element, indent + "  ");
        out.append("\n#if($foreach.hasNext),#end\n#end\n").append(indent).append(']');
        loops--;
    }
}
