package io.tollgate.model.documentation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.model.documentation.DocumentationPartType.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which entity a documentation part is about, as it was given; {@link #normal()} has the defaults filled in.
 *
 * @param type a {@link DocumentationPartType} by name
 * @param path a resource's path, null for {@code /}
 * @param method a verb, null or {@code *} for any
 * @param statusCode a status, null or {@code *} for any
 * @param name the name of a parameter, header, model or authorizer, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DocumentationPartLocation(
        String type,
        @Nullable String path,
        @Nullable String method,
        @Nullable String statusCode,
        @Nullable String name) {

    /** Any method, any status. */
    public static final String ANY = "*";

    /** The location of an entity with all its fields. */
    public static DocumentationPartLocation of(
            DocumentationPartType type, String path, String method, String statusCode, @Nullable String name) {
        return new DocumentationPartLocation(type.name(), path, method, statusCode, name).normal();
    }

    /** The type.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    public DocumentationPartType kind() {
        return DocumentationPartType.valueOf(type);
    }

    /** The same location with the defaults of its type in place of absent fields, and no fields that its type lacks. */
    public DocumentationPartLocation normal() {
        DocumentationPartType kind = kind();
        return new DocumentationPartLocation(
                type,
                kind.has(Field.PATH) ? (path == null ? "/" : path) : null,
                kind.has(Field.METHOD) ? (method == null ? ANY : method) : null,
                kind.has(Field.STATUS_CODE) ? (statusCode == null ? ANY : statusCode) : null,
                kind.has(Field.NAME) ? name : null);
    }

    /** The first field that this type of location must not have, or null. */
    public @Nullable Field surplus() {
        DocumentationPartType kind = kind();
        if (path != null && !kind.has(Field.PATH)) {
            return Field.PATH;
        }
        if (method != null && !kind.has(Field.METHOD)) {
            return Field.METHOD;
        }
        if (statusCode != null && !kind.has(Field.STATUS_CODE)) {
            return Field.STATUS_CODE;
        }
        return name != null && !kind.has(Field.NAME) ? Field.NAME : null;
    }
}
