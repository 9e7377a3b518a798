package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Which of the specifications a document follows, and where that one keeps things. */
public enum Dialect {
    /** Swagger 2.0. */
    SWAGGER,
    /** OpenAPI 3.0. */
    OPENAPI_30,
    /** OpenAPI 3.1, whose schemas are JSON Schema 2020-12. */
    OPENAPI_31;

    /** The dialect that a document says it follows. */
    public static Optional<Dialect> of(JsonNode root) {
        if (!root.isObject()) {
            return Optional.empty();
        }
        String swagger = root.path("swagger").asText();
        String openapi = root.path("openapi").asText();
        if (swagger.equals("2.0") || swagger.equals("2")) {
            return Optional.of(SWAGGER);
        }
        if (openapi.matches("3\\.0(\\..*)?") || openapi.equals("3")) {
            return Optional.of(OPENAPI_30);
        }
        return openapi.matches("3\\.1(\\..*)?") ? Optional.of(OPENAPI_31) : Optional.empty();
    }

    JsonNode schemas(JsonNode root) {
        return this == SWAGGER
                ? root.path("definitions")
                : root.path("components").path("schemas");
    }

    String schemaPrefix() {
        return this == SWAGGER ? "#/definitions/" : "#/components/schemas/";
    }

    JsonNode securitySchemes(JsonNode root) {
        return this == SWAGGER
                ? root.path("securityDefinitions")
                : root.path("components").path("securitySchemes");
    }
}
