package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.documentation.DocumentationPartType.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Documentation parts from {@code x-amazon-apigateway-documentation}. */
final class DocumentationReader {
    static final String EXTENSION = "x-amazon-apigateway-documentation";

    private final Reading reading;

    DocumentationReader(Reading reading) {
        this.reading = reading;
    }

    List<DocumentationPart> read(JsonNode extension) {
        List<DocumentationPart> parts = new ArrayList<>();
        for (JsonNode part : extension.path("documentationParts")) {
            DocumentationPartLocation location = location(part.path("location"));
            JsonNode properties = part.path("properties");
            if (location == null) {
                warn("Invalid documentation part location. Ignoring.", part);
            } else if (surplus(location) != null) {
                warn(
                        "Documentation part of type " + location.type() + " cannot have the field " + surplus(location)
                                + ". Ignoring.",
                        part);
            } else if (!properties.isObject() && !properties.isTextual()) {
                warn("Documentation part has no properties. Ignoring.", part);
            } else {
                parts.add(new DocumentationPart("", location, Objects.requireNonNull(Fields.text(properties))));
            }
        }
        return parts;
    }

    private static @Nullable String surplus(DocumentationPartLocation location) {
        Field field = location.surplus();
        return field == null ? null : field.name().toLowerCase(Locale.ROOT);
    }

    private void warn(String message, JsonNode part) {
        reading.report().warn(message, reading.line(part));
    }

    private static @Nullable DocumentationPartLocation location(JsonNode location) {
        String type = Objects.requireNonNullElse(Fields.upper(location, "type"), "");
        boolean known = Arrays.stream(DocumentationPartType.values())
                .anyMatch(candidate -> candidate.name().equals(type));
        return known
                ? new DocumentationPartLocation(
                        type,
                        Fields.text(location, "path"),
                        Fields.text(location, "method"),
                        Fields.text(location, "statusCode"),
                        Fields.text(location, "name"))
                : null;
    }
}
