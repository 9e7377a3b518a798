package io.tollgate.model.openapi;

import java.util.Optional;

/** The specification that an export follows. */
public enum ExportType {
    /** Swagger 2.0. */
    SWAGGER("swagger"),
    /** OpenAPI 3.0. */
    OAS30("oas30");

    private final String wireName;

    ExportType(String wireName) {
        this.wireName = wireName;
    }

    /** The name in the path of GetExport. */
    public String wireName() {
        return wireName;
    }

    /** The type of that name. */
    public static Optional<ExportType> of(String wireName) {
        for (ExportType type : values()) {
            if (type.wireName.equals(wireName)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
