package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tollgate.model.openapi.ImportTarget;

/** Resource policies in documents may name resources without the API: {@code execute-api:/stage/GET/path}. */
final class ResourcePolicies {
    private static final String SHORT = "execute-api:/";

    private ResourcePolicies() {}

    /** The policy with full ARNs in its statements' Resource and NotResource. */
    static JsonNode expanded(JsonNode policy, ImportTarget target) {
        ObjectNode expanded = JsonNodeFactory.instance.objectNode();
        policy.properties()
                .forEach(member -> expanded.set(
                        member.getKey(),
                        member.getKey().equals("Statement")
                                ? statements(member.getValue(), target)
                                : member.getValue()));
        return expanded;
    }

    private static JsonNode statements(JsonNode statements, ImportTarget target) {
        if (statements.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            statements.forEach(statement -> array.add(statements(statement, target)));
            return array;
        }
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statements
                .properties()
                .forEach(member -> statement.set(
                        member.getKey(),
                        member.getKey().endsWith("Resource")
                                ? resources(member.getValue(), target)
                                : member.getValue()));
        return statement;
    }

    private static JsonNode resources(JsonNode resources, ImportTarget target) {
        if (resources.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            resources.forEach(resource -> array.add(resources(resource, target)));
            return array;
        }
        String text = resources.asText();
        return text.startsWith(SHORT)
                ? TextNode.valueOf("arn:" + target.partition() + ":execute-api:" + target.region() + ":"
                        + target.accountId() + ":" + target.apiId() + "/" + text.substring(SHORT.length()))
                : resources;
    }
}
