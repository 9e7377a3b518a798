package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartType;
import java.util.List;

/** The members of OpenAPI objects that are documentation: import takes parts from them, export fills them from parts. */
public final class DocumentedKeys {
    private static final List<String> INFO = List.of("description", "termsOfService", "contact", "license", "summary");

    private DocumentedKeys() {}

    /** The members of an entity's object. */
    public static List<String> of(DocumentationPartType type) {
        return switch (type) {
            case API -> List.of("tags", "externalDocs");
            case METHOD -> List.of("tags", "summary", "description", "externalDocs", "deprecated");
            case RESOURCE -> List.of("summary", "description");
            case MODEL -> List.of("title", "description");
            case PATH_PARAMETER, QUERY_PARAMETER, REQUEST_HEADER -> List.of("description", "deprecated", "example");
            case AUTHORIZER, REQUEST_BODY, RESPONSE, RESPONSE_BODY, RESPONSE_HEADER -> List.of("description");
        };
    }

    /** What an entity's object says in documentation; for the API, what its info object says too. */
    public static ObjectNode extract(DocumentationPartType type, JsonNode source) {
        ObjectNode found = pick(source, of(type));
        if (type == DocumentationPartType.API) {
            ObjectNode info = pick(source.path("info"), INFO);
            if (!info.isEmpty()) {
                found.set("info", info);
            }
        }
        return found;
    }

    /** Whether export shows a property of a part on its entity. */
    public static boolean shown(DocumentationPartType type, String property) {
        return of(type).contains(property)
                || (property.startsWith("x-") && !property.startsWith("x-amazon-apigateway"));
    }

    /** Whether export shows a property of an API's part in its info object. */
    public static boolean shownInInfo(String property) {
        return INFO.contains(property);
    }

    private static ObjectNode pick(JsonNode source, List<String> keys) {
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        for (String key : keys) {
            JsonNode value = source.path(key);
            boolean blank = value.isTextual() && value.textValue().isEmpty();
            if (!value.isMissingNode() && !value.isNull() && !blank) {
                found.set(key, value);
            }
        }
        return found;
    }
}
