package io.tollgate.controlplane.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.SerializationException;
import io.tollgate.model.error.ApiException.ValidationException;
import io.tollgate.model.patch.PatchOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object that a client sent, read as tolerantly as AWS does: booleans and numbers may be strings,
 * what has the wrong kind is a SerializationException, broken constraints are collected and reported together.
 */
public final class Input {
    private final JsonNode node;
    private final String shape;
    private final List<String> violations;

    /** The body of an operation; its shape's name appears in violations. */
    public Input(JsonNode body, String shape) {
        this(body, shape, new ArrayList<>());
    }

    private Input(JsonNode node, String shape, List<String> violations) {
        this.node = node;
        this.shape = shape;
        this.violations = violations;
    }

    /** Whether the member is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A text member, or null. */
    public @Nullable String text(String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : asText(value);
    }

    /** A text member, or a fallback. */
    public String text(String name, String fallback) {
        String value = text(name);
        return value == null ? fallback : value;
    }

    private static String asText(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        String kind = switch (value.getNodeType()) {
            case BOOLEAN -> "class java.lang.Boolean can not be converted to an String";
            case NUMBER ->
                "class com.amazon.coral.value.json.numbers.TruncatingBigNumber can not be converted to an String";
            case OBJECT -> "Start of structure or map found where not expected.";
            case ARRAY -> "Start of list found where not expected";
            default -> "Unexpected value";
        };
        throw new SerializationException(kind);
    }

    /** A boolean member, given as such or as text; false if it is absent. */
    public boolean flag(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return Boolean.parseBoolean(asText(value));
    }

    /** An integer member, given as such or as text, or null. */
    public @Nullable Integer integer(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isIntegralNumber() && value.canConvertToInt()) {
            return value.intValue();
        }
        return value.isNumber() ? notInteger(value.asText()) : parseInteger(asText(value));
    }

    private static Integer parseInteger(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException notOne) {
            return notInteger(text);
        }
    }

    private static Integer notInteger(String text) {
        throw new SerializationException("'" + text + "' can not be converted to an Integer");
    }

    /** A decimal member, given as such or as text, or null. */
    public @Nullable Double decimal(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        try {
            return value.isNumber() ? value.doubleValue() : Double.valueOf(asText(value));
        } catch (NumberFormatException notOne) {
            throw new SerializationException("'" + value.asText() + "' can not be converted to a Double");
        }
    }

    /** A map of texts, or null. */
    public @Nullable Map<String, String> texts(String name) {
        return map(name, Input::asText);
    }

    /** A map of texts in which a null value stays null, or null. */
    public @Nullable Map<String, @Nullable String> nullableTexts(String name) {
        return map(name, value -> value.isNull() ? null : asText(value));
    }

    /** A map of booleans, or null. */
    public @Nullable Map<String, Boolean> flags(String name) {
        return map(name, value -> value.isBoolean() ? value.booleanValue() : Boolean.parseBoolean(asText(value)));
    }

    private <T> @Nullable Map<String, T> map(String name, Function<JsonNode, T> reader) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            throw new SerializationException("Expected a map for " + name);
        }
        Map<String, T> map = new LinkedHashMap<>();
        value.properties().forEach(entry -> map.put(entry.getKey(), reader.apply(entry.getValue())));
        return map;
    }

    /** A list of texts, or null. */
    public @Nullable List<String> list(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isArray()) {
            throw new SerializationException("Expected list or null");
        }
        List<String> list = new ArrayList<>();
        value.forEach(item -> list.add(asText(item)));
        return list;
    }

    /** The objects of a list; none if it is absent. */
    public List<Input> objects(String name) {
        JsonNode value = node.get(name);
        List<Input> objects = new ArrayList<>();
        if (value != null && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                objects.add(new Input(value.get(i), shape + "." + name + "." + (i + 1) + ".member", violations));
            }
        }
        return objects;
    }

    /** A nested object, if it is there. */
    public Optional<Input> object(String name) {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw new SerializationException("Expected a structure for " + name);
        }
        return Optional.of(new Input(value, shape + "." + name, violations));
    }

    /** The names of all members. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Notes a violation if a member has a value that the set lacks. */
    public Input oneOf(String name, List<String> allowed) {
        String value = text(name);
        if (value != null && !allowed.contains(value)) {
            violation(
                    value,
                    shape + "." + name,
                    "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]");
        }
        return this;
    }

    /** Notes a violation if a member is absent. */
    public Input required(String name) {
        if (!has(name)) {
            violations.add(
                    "Value null at '" + shape + "." + name + "' failed to satisfy constraint: Member must not be null");
        }
        return this;
    }

    /** Notes a violation. */
    public Input violation(String value, String place, String constraint) {
        violations.add("Value '" + value + "' at '" + place + "' failed to satisfy constraint: " + constraint);
        return this;
    }

    /** Refuses the request if violations were noted. */
    public Input check() {
        if (!violations.isEmpty()) {
            String count = violations.size() == 1 ? "1 validation error" : violations.size() + " validation errors";
            throw new ValidationException(count + " detected: " + String.join("; ", violations));
        }
        return this;
    }

    /** The operations of a PATCH body; a bad op is noted as a violation, {@link #check} must follow. */
    public List<PatchOperation> patchOperations() {
        List<PatchOperation> operations = new ArrayList<>();
        for (Input one : objects("patchOperations")) {
            one.oneOf("op", PatchOperation.OPS);
            operations.add(
                    new PatchOperation(one.text("op", ""), one.text("path"), one.text("value"), one.text("from")));
        }
        return operations;
    }

    /** The description: absent is null, empty is refused. */
    public @Nullable String description() {
        String description = text("description");
        if (description != null && description.isEmpty()) {
            throw new BadRequestException("Description cannot be an empty string");
        }
        return description;
    }
}
