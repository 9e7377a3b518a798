package io.tollgate.controlplane.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a definition by names that survive deletion and re-creation: paths, verbs, names, never ids. Of the API's own
 * settings there are those that a deployment freezes.
 */
final class Things {
    private static final List<String> SETTINGS = List.of(
            "apiKeySource",
            "binaryMediaTypes",
            "disableExecuteApiEndpoint",
            "endpointConfiguration",
            "minimumCompressionSize",
            "policy");

    /**
     * A part.
     *
     * @param parent the part that it comes and goes with, or null
     * @param members its members without ids and without the parts below it
     */
    record Thing(@Nullable String parent, ObjectNode members) {}

    private final Map<String, Thing> things = new TreeMap<>();
    private final Map<String, String> validators = new HashMap<>();
    private final Map<String, String> authorizers = new HashMap<>();

    private Things(ApiDefinition definition) {
        for (RequestValidator validator : definition.requestValidators()) {
            String name = Objects.requireNonNullElse(validator.name(), validator.id());
            validators.put(validator.id(), name);
            add("request validator " + name, null, validator, "id", "name");
        }
        for (Authorizer authorizer : definition.authorizers()) {
            authorizers.put(authorizer.id(), authorizer.name());
            add("authorizer " + authorizer.name(), null, authorizer, "id", "name");
        }
        for (Model model : definition.models()) {
            add("model " + model.name(), null, model, "id", "name");
        }
        for (GatewayResponse response : definition.gatewayResponses()) {
            add("gateway response " + response.responseType(), null, response, "responseType");
        }
        definition.resources().forEach(this::resource);
        ObjectNode api = Json.draft(definition.restApi());
        api.retain(SETTINGS);
        things.put("API", new Thing(null, api));
    }

    static Map<String, Thing> of(ApiDefinition definition) {
        return new Things(definition).things;
    }

    private ObjectNode add(String path, @Nullable String parent, Object record, String... left) {
        ObjectNode members = Json.draft(record);
        members.remove(List.of(left));
        things.put(path, new Thing(parent, members));
        return members;
    }

    private void resource(Resource resource) {
        things.put(resource.path(), new Thing(null, Json.draft(Map.of())));
        resource.resourceMethods().forEach((verb, method) -> method(resource, resource.path() + " " + verb, method));
    }

    private void method(Resource resource, String path, Method method) {
        ObjectNode members = add(path, resource.path(), method, "httpMethod", "methodResponses", "methodIntegration");
        named(members, "requestValidatorId", validators);
        named(members, "authorizerId", authorizers);
        below(path, path + " method response ", method.methodResponses());
        Integration integration = method.methodIntegration();
        if (integration != null) {
            String here = path + " integration";
            ObjectNode ofIntegration = add(here, path, integration, "integrationResponses");
            if (resource.id().equals(integration.cacheNamespace())) {
                ofIntegration.remove("cacheNamespace");
            }
            below(here, here + " response ", integration.integrationResponses());
        }
    }

    private void below(String parent, String prefix, @Nullable Map<String, ?> responses) {
        if (responses != null) {
            responses.forEach((status, response) -> add(prefix + status, parent, response, "statusCode"));
        }
    }

    private static void named(ObjectNode members, String member, Map<String, String> names) {
        JsonNode id = members.get(member);
        if (id != null) {
            members.put(member, names.getOrDefault(id.asText(), id.asText()));
        }
    }
}
