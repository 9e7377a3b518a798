package io.tollgate.model.documentation;

import java.util.EnumSet;
import java.util.Set;

/** What a documentation part can be about, and which fields of a location say which one. */
public enum DocumentationPartType {
    /** The API as a whole. */
    API(EnumSet.noneOf(Field.class)),
    /** An authorizer, by its name. */
    AUTHORIZER(EnumSet.of(Field.NAME)),
    /** A model, by its name. */
    MODEL(EnumSet.of(Field.NAME)),
    /** A resource, by its path. */
    RESOURCE(EnumSet.of(Field.PATH)),
    /** A method. */
    METHOD(EnumSet.of(Field.PATH, Field.METHOD)),
    /** A path parameter of a method. */
    PATH_PARAMETER(EnumSet.of(Field.PATH, Field.METHOD, Field.NAME)),
    /** A query string parameter of a method. */
    QUERY_PARAMETER(EnumSet.of(Field.PATH, Field.METHOD, Field.NAME)),
    /** A header that a method reads. */
    REQUEST_HEADER(EnumSet.of(Field.PATH, Field.METHOD, Field.NAME)),
    /** The body that a method reads. */
    REQUEST_BODY(EnumSet.of(Field.PATH, Field.METHOD)),
    /** A response of a method. */
    RESPONSE(EnumSet.of(Field.PATH, Field.METHOD, Field.STATUS_CODE)),
    /** A header of a response. */
    RESPONSE_HEADER(EnumSet.of(Field.PATH, Field.METHOD, Field.STATUS_CODE, Field.NAME)),
    /** The body of a response. */
    RESPONSE_BODY(EnumSet.of(Field.PATH, Field.METHOD, Field.STATUS_CODE));

    /** A field of a location besides its type. */
    public enum Field {
        /** A resource's path; everything below inherits. */
        PATH,
        /** A verb, or {@code *}. */
        METHOD,
        /** A status, or {@code *}. */
        STATUS_CODE,
        /** The name of a parameter, header, model or authorizer. */
        NAME
    }

    private final Set<Field> fields;

    DocumentationPartType(Set<Field> fields) {
        this.fields = fields;
    }

    /** Whether a location of this type has the field. */
    public boolean has(Field field) {
        return fields.contains(field);
    }

    /** Whether entities inherit from parts at shorter paths. */
    public boolean inherits() {
        return has(Field.METHOD);
    }
}
