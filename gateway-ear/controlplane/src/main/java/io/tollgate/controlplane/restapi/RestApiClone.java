package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.RestApi;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Copies the definition of an API below another one: with ids of its own, and with everything that named the old ids naming
 * the new ones. Stages, deployments, documentation and tags are not part of it.
 */
final class RestApiClone {
    private static final List<String> WITH_IDS = List.of("resources", "models", "requestValidators", "authorizers");

    private final Map<String, String> renamed = new HashMap<>();

    private RestApiClone() {}

    /** The definition of a new API, copied from another one. */
    static ApiDefinition of(ApiDefinition source, RestApi api, Supplier<String> ids) {
        ObjectNode tree = Json.draft(source);
        tree.set("restApi", Json.draft(api));
        new RestApiClone().rename(tree, source.restApi(), api, ids);
        return Json.fromDraft(tree, ApiDefinition.class);
    }

    private void rename(ObjectNode tree, RestApi source, RestApi api, Supplier<String> ids) {
        renamed.put(source.rootResourceId(), api.rootResourceId());
        for (String list : WITH_IDS) {
            tree.path(list)
                    .forEach(one -> renamed.computeIfAbsent(one.path("id").asText(), any -> ids.get()));
            tree.path(list).forEach(one -> replace(one, "id"));
        }
        tree.path("models").forEach(model -> refer(model, source, api));
        tree.path("resources").forEach(resource -> {
            replace(resource, "parentId");
            resource.path("resourceMethods").forEach(this::method);
        });
    }

    private void method(JsonNode method) {
        replace(method, "authorizerId");
        replace(method, "requestValidatorId");
        replace(method.path("methodIntegration"), "cacheNamespace");
    }

    private void replace(JsonNode node, String member) {
        String now = renamed.get(node.path(member).asText());
        if (now != null) {
            ((ObjectNode) node).put(member, now);
        }
    }

    private static void refer(JsonNode model, RestApi source, RestApi api) {
        if (model.hasNonNull("schema")) {
            String schema = model.path("schema").asText();
            ((ObjectNode) model)
                    .put(
                            "schema",
                            schema.replace(
                                    "/restapis/" + source.id() + "/models/", "/restapis/" + api.id() + "/models/"));
        }
    }
}
