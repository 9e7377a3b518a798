package io.tollgate.dataplane.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What is wrong with a body in the words that AWS has for it in {@code $context.error.validationErrorString}. */
final class FaultText {

    private static final int LONGEST_VALUE = 1_000;

    private FaultText() {}

    /** All faults in brackets; what an object lacks, or has too much of, is one of them. */
    static String of(Collection<ValidationMessage> messages) {
        Map<String, TreeSet<String>> members = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        boolean choice = messages.stream().anyMatch(message -> message.getType().equals("oneOf"));
        for (ValidationMessage message : messages) {
            if (choice && message.getEvaluationPath().toString().contains("/oneOf/")) {
                continue;
            }
            String group = message.getType() + " " + message.getInstanceLocation();
            switch (message.getType()) {
                case "required", "additionalProperties" ->
                    members.computeIfAbsent(group, any -> new TreeSet<>())
                            .add(TextNode.valueOf(message.getProperty()).toString());
                default -> texts.add(text(message));
            }
        }
        members.forEach((group, names) -> texts.add(
                group.startsWith("required")
                        ? "object has missing required properties (" + list(names) + ")"
                        : "object instance has properties which are not allowed by the schema: " + list(names)));
        return texts.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String text(ValidationMessage message) {
        JsonNode instance = message.getInstanceNode();
        JsonNode rule = message.getSchemaNode();
        if (instance == null || rule == null) {
            return message.getMessage();
        }
        String whole = instance.toString();
        String value = whole.length() > LONGEST_VALUE ? whole.substring(0, LONGEST_VALUE) : whole;
        int size = instance.isTextual()
                ? instance.textValue().codePointCount(0, instance.textValue().length())
                : instance.size();
        return switch (message.getType()) {
            case "type" ->
                "instance type (" + type(instance) + ") does not match any allowed primitive type (allowed: "
                        + allowed(rule) + ")";
            case "enum" -> "instance value (" + value + ") not found in enum (possible values: " + rule + ")";
            case "pattern" -> "ECMA 262 regex " + rule + " does not match input string " + value;
            case "maxLength" ->
                "string " + value + " is too long (length: " + size + ", maximum allowed: " + rule + ")";
            case "minLength" ->
                "string " + value + " is too short (length: " + size + ", required minimum: " + rule + ")";
            case "minItems" ->
                "array is too short: must have at least " + rule + " elements but instance has " + size + " elements";
            case "maxItems" ->
                "array is too long: must have at most " + rule + " elements but instance has " + size + " elements";
            case "uniqueItems" -> "array must not contain duplicate elements";
            case "minProperties" ->
                "object has too few properties (found " + size + " but schema requires at least " + rule + ")";
            case "maxProperties" ->
                "object has too many properties (found " + size + " but schema requires at most " + rule + ")";
            case "oneOf" ->
                "instance failed to match exactly one schema (matched " + message.getArguments()[0] + " out of "
                        + rule.size() + ")";
            case "minimum", "maximum" -> bound(message.getType().equals("minimum"), instance, rule);
            default -> message.getMessage();
        };
    }

    /** A number at the bound breaks it only where the bound is exclusive. */
    private static String bound(boolean lower, JsonNode instance, JsonNode rule) {
        if (instance.decimalValue().compareTo(rule.decimalValue()) == 0) {
            return lower
                    ? "numeric instance is not strictly greater than the required minimum " + rule
                    : "numeric instance is not strictly lower than the required maximum " + rule;
        }
        return lower
                ? "numeric instance is lower than the required minimum (minimum: " + rule + ", found: " + instance + ")"
                : "numeric instance is greater than the required maximum (maximum: " + rule + ", found: " + instance
                        + ")";
    }

    private static String type(JsonNode instance) {
        return switch (instance.getNodeType()) {
            case NUMBER -> instance.isIntegralNumber() ? "integer" : "number";
            case BINARY, MISSING, POJO, ARRAY, BOOLEAN, NULL, OBJECT, STRING ->
                instance.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    /** The types of a rule in the order of the alphabet; every integer is a number. */
    private static String allowed(JsonNode rule) {
        TreeSet<String> types = StreamSupport.stream((rule.isArray() ? rule : List.of(rule)).spliterator(), false)
                .map(JsonNode::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        if (types.contains("\"number\"")) {
            types.add("\"integer\"");
        }
        return list(types);
    }

    private static String list(Collection<String> quoted) {
        return quoted.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
