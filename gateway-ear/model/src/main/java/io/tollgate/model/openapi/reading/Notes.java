package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.document.DocumentedKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The documentation written in the standard members of a document, as parts.
 *
 * <p>Where all entities of a kind say the same (every 200 response "OK"), one part at the root says it for all of them,
 * which they inherit: large documents would exceed the quota of parts otherwise.
 */
final class Notes {
    private final Map<DocumentationPartLocation, ObjectNode> notes = new LinkedHashMap<>();

    /** Takes what an entity's object says, also that it says nothing. */
    void take(DocumentationPartLocation entity, JsonNode source) {
        notes.putIfAbsent(entity, DocumentedKeys.extract(entity.kind(), source));
    }

    void take(DocumentationPartType type, JsonNode source, @Nullable String name) {
        take(new DocumentationPartLocation(type.name(), null, null, null, name), source);
    }

    List<DocumentationPart> parts() {
        Map<DocumentationPartLocation, List<DocumentationPartLocation>> kinds = notes.keySet().stream()
                .collect(Collectors.groupingBy(Notes::kind, LinkedHashMap::new, Collectors.toList()));
        List<DocumentationPart> parts = new ArrayList<>();
        for (List<DocumentationPartLocation> alike : kinds.values()) {
            Set<ObjectNode> contents = new HashSet<>();
            alike.forEach(location -> contents.add(content(location)));
            if (contents.size() == 1 && alike.size() > 1) {
                add(parts, shared(alike), contents.iterator().next());
            } else {
                alike.forEach(location -> add(parts, brief(location), content(location)));
            }
        }
        return parts;
    }

    private ObjectNode content(DocumentationPartLocation location) {
        return notes.getOrDefault(location, JsonNodeFactory.instance.objectNode());
    }

    private static void add(List<DocumentationPart> parts, DocumentationPartLocation location, ObjectNode content) {
        if (!content.isEmpty()) {
            parts.add(new DocumentationPart("", location, content.toString()));
        }
    }

    /** What entities that could share a part have in common; an entity that inherits nothing is alone. */
    private static DocumentationPartLocation kind(DocumentationPartLocation location) {
        return location.kind().inherits()
                ? new DocumentationPartLocation(location.type(), null, null, location.statusCode(), location.name())
                : location;
    }

    private static DocumentationPartLocation shared(List<DocumentationPartLocation> alike) {
        DocumentationPartLocation first = alike.get(0);
        boolean oneMethod =
                alike.stream().map(DocumentationPartLocation::method).distinct().count() == 1;
        return new DocumentationPartLocation(
                first.type(),
                null,
                oneMethod ? first.method() : DocumentationPartLocation.ANY,
                first.statusCode(),
                first.name());
    }

    /** AWS leaves the path out where it is the root. */
    private static DocumentationPartLocation brief(DocumentationPartLocation location) {
        return new DocumentationPartLocation(
                location.type(),
                "/".equals(location.path()) ? null : location.path(),
                location.method(),
                location.statusCode(),
                location.name());
    }
}
