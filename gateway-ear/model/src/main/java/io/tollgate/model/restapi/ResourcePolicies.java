package io.tollgate.model.restapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.List;

/**
 * Resource policies as they are kept: checked, and with the short form of resources ({@code execute-api:/prod/GET/*})
 * written out as ARNs of their API (features 7.4).
 */
public final class ResourcePolicies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String REFUSAL =
            "Invalid policy document. Please check the policy syntax and ensure that Principals are valid.";
    private static final String SHORT = "execute-api:/";

    private ResourcePolicies() {}

    /**
     * A policy as it is kept.
     *
     * @param policy the policy, JSON text
     * @param apiArn the API's execute-api ARN, to which resources are appended after a slash
     */
    public static String normalised(String policy, String apiArn) {
        JsonNode tree = parse(policy);
        if (!tree.isObject() || !tree.has("Statement")) {
            throw new BadRequestException(REFUSAL);
        }
        JsonNode statements = tree.get("Statement");
        for (JsonNode statement : statements.isArray() ? statements : List.of(statements)) {
            if (!(statement instanceof ObjectNode object) || !object.has("Effect") || !object.has("Principal")) {
                throw new BadRequestException(REFUSAL);
            }
            expand(object, "Resource", apiArn);
            expand(object, "NotResource", apiArn);
        }
        return tree.toString();
    }

    private static JsonNode parse(String policy) {
        try {
            return JSON.readTree(policy);
        } catch (JsonProcessingException malformed) {
            throw new BadRequestException(REFUSAL);
        }
    }

    private static void expand(ObjectNode statement, String member, String apiArn) {
        JsonNode resource = statement.get(member);
        if (resource instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, expanded(list.get(i), apiArn));
            }
        } else if (resource != null) {
            statement.set(member, expanded(resource, apiArn));
        }
    }

    private static JsonNode expanded(JsonNode resource, String apiArn) {
        String text = resource.asText();
        return text.startsWith(SHORT) ? new TextNode(apiArn + "/" + text.substring(SHORT.length())) : resource;
    }
}
