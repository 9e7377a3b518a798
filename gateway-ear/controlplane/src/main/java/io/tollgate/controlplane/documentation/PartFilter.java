package io.tollgate.controlplane.documentation;

import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.error.ApiException.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * Which parts GetDocumentationParts lists.
 *
 * @param type only those of this type, null for all
 * @param name only those whose name contains this, null for all
 * @param path only those of this path, null for all
 */
record PartFilter(
        @Nullable String type,
        @Nullable String name,
        @Nullable String path) {

    static PartFilter of(Request request) {
        String type = request.parameter("type").orElse(null);
        if (type != null && !PartInput.TYPES.contains(type)) {
            throw new ValidationException("1 validation error detected: Value '" + type
                    + "' at 'type' failed to satisfy" + " constraint: Member must satisfy enum value set: ["
                    + String.join(", ", PartInput.TYPES) + "]");
        }
        return new PartFilter(
                type,
                request.parameter("name").orElse(null),
                request.parameter("path").orElse(null));
    }

    boolean takes(DocumentationPartLocation location) {
        DocumentationPartLocation normal = location.normal();
        return (type == null || type.equals(normal.type()))
                && (name == null || (normal.name() != null && normal.name().contains(name)))
                && (path == null || path.equals(normal.path()));
    }
}
