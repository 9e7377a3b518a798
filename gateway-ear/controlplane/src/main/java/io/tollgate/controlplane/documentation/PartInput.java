package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.documentation.DocumentationPartType.Field;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.openapi.document.SourceDocument;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What clients send of documentation parts. */
final class PartInput {
    /** In the order in which AWS names them. */
    static final List<String> TYPES = List.of(
            "RESPONSE_BODY",
            "RESPONSE",
            "METHOD",
            "MODEL",
            "AUTHORIZER",
            "RESPONSE_HEADER",
            "RESOURCE",
            "PATH_PARAMETER",
            "REQUEST_BODY",
            "QUERY_PARAMETER",
            "API",
            "REQUEST_HEADER");

    private static final String STATUS = "^([1-5]\\d\\d|\\*|\\s*)$";

    private PartInput() {}

    /** Notes what the service model forbids. */
    static void validate(Input input) {
        input.required("location").required("properties");
        input.object("location").ifPresent(location -> {
            location.required("type").oneOf("type", TYPES);
            String status = location.text("statusCode");
            if (status != null && !status.matches(STATUS)) {
                location.violation(
                        status,
                        "createDocumentationPartInput.location.statusCode",
                        "Member must satisfy regular expression pattern: " + STATUS);
            }
        });
        input.check();
    }

    /** The location, as it was given. */
    static DocumentationPartLocation location(Input input) {
        DocumentationPartLocation location = new DocumentationPartLocation(
                input.text("type", ""),
                input.text("path"),
                input.text("method"),
                input.text("statusCode"),
                input.text("name"));
        Field surplus = location.surplus();
        if (surplus != null) {
            throw new BadRequestException("Invalid location specified: a documentation part of type " + location.type()
                    + " cannot have the field " + name(surplus));
        }
        boolean named = DocumentationPartType.valueOf(location.type()).has(Field.NAME);
        if (named && (location.name() == null || location.name().isEmpty())) {
            throw new BadRequestException(
                    "Invalid location specified: a documentation part of type " + location.type() + " needs a name");
        }
        return location;
    }

    private static String name(Field field) {
        return switch (field) {
            case PATH -> "path";
            case METHOD -> "method";
            case STATUS_CODE -> "statusCode";
            case NAME -> "name";
        };
    }

    /** The properties: a JSON object as text. */
    static String properties(@Nullable String properties) {
        if (properties == null || properties.isEmpty()) {
            throw new BadRequestException("Documentation part properties must be non-empty");
        }
        if (SourceDocument.readObject(properties).isEmpty()) {
            throw new BadRequestException("Documentation part properties must be a JSON object");
        }
        return properties;
    }

    /** A location in AWS's words. */
    static String words(DocumentationPartLocation location) {
        StringBuilder words = new StringBuilder("type '" + location.type() + "'");
        append(words, "path", location.path());
        append(words, "method", location.method());
        append(words, "statusCode", location.statusCode());
        append(words, "name", location.name());
        return words.toString();
    }

    private static void append(StringBuilder words, String field, @Nullable String value) {
        if (value != null) {
            words.append(", ")
                    .append(field.toLowerCase(Locale.ROOT))
                    .append(" '")
                    .append(value)
                    .append('\'');
        }
    }
}
