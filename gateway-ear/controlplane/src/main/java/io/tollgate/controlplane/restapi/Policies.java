package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.List;

/** Resource policies as they are kept: checked, short resource forms expanded to ARNs of this API (features 7.4). */
final class Policies {
    private static final String REFUSAL =
            "Invalid policy document. Please check the policy syntax and ensure that Principals are valid.";
    private static final String SHORT = "execute-api:/";
    private static final int LONGEST = 8192;

    private Policies() {}

    static String normalised(String policy, Installation installation, String apiId) {
        JsonNode tree = Json.tree(policy, REFUSAL);
        if (!tree.isObject() || !tree.has("Statement") || policy.length() > LONGEST) {
            throw new BadRequestException(REFUSAL);
        }
        String prefix =
                "arn:aws:execute-api:" + installation.region() + ":" + installation.accountId() + ":" + apiId + "/";
        JsonNode statements = tree.get("Statement");
        for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
            if (!(statement instanceof ObjectNode object) || !object.has("Effect") || !object.has("Principal")) {
                throw new BadRequestException(REFUSAL);
            }
            JsonNode resource = object.get("Resource");
            if (resource instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    list.set(i, expanded(list.get(i), prefix));
                }
            } else if (resource != null) {
                object.set("Resource", expanded(resource, prefix));
            }
        }
        return tree.toString();
    }

    private static JsonNode expanded(JsonNode resource, String prefix) {
        String text = resource.asText();
        return text.startsWith(SHORT) ? new TextNode(prefix + text.substring(SHORT.length())) : resource;
    }
}
