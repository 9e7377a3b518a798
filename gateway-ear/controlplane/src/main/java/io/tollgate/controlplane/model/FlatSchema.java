package io.tollgate.controlplane.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.restapi.Model;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts other models in the place of references to them; a model inside itself stays a reference. */
final class FlatSchema {
    private static final String REFERENCE = "/models/";

    private final Map<String, Model> byName;
    private final Deque<String> open = new ArrayDeque<>();

    FlatSchema(List<Model> models) {
        this.byName = models.stream().collect(Collectors.toMap(Model::name, model -> model));
    }

    String of(String schema) {
        return flat(Json.tree(schema, "Invalid model schema specified")).toString();
    }

    private JsonNode flat(JsonNode node) {
        if (node instanceof ObjectNode object) {
            String reference = object.path("$ref").asText("");
            int start = reference.lastIndexOf(REFERENCE);
            Model model = start < 0 ? null : byName.get(reference.substring(start + REFERENCE.length()));
            return model == null || model.schema() == null || open.contains(model.name())
                    ? members(object)
                    : inlined(model.name(), model.schema());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> items.add(flat(item)));
            return items;
        }
        return node;
    }

    private JsonNode inlined(String name, String schema) {
        open.push(name);
        JsonNode flat = flat(Json.tree(schema, "Invalid model schema specified"));
        open.pop();
        return flat;
    }

    private JsonNode members(ObjectNode object) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> members.set(member.getKey(), flat(member.getValue())));
        return members;
    }
}
