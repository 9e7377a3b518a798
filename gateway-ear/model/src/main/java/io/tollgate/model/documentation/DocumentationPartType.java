package io.tollgate.model.documentation;

import java.util.List;

/** What a documentation part can be about, and which fields of a location say which one. */
public enum DocumentationPartType {
    /** The API as a whole. */
    API,
    /** An authorizer, by its name. */
    AUTHORIZER(Field.NAME),
    /** A model, by its name. */
    MODEL(Field.NAME),
    /** A resource, by its path. */
    RESOURCE(Field.PATH),
    /** A method. */
    METHOD(Field.PATH, Field.METHOD),
    /** A path parameter of a method. */
    PATH_PARAMETER(Field.PATH, Field.METHOD, Field.NAME),
    /** A query string parameter of a method. */
    QUERY_PARAMETER(Field.PATH, Field.METHOD, Field.NAME),
    /** A header that a method reads. */
    REQUEST_HEADER(Field.PATH, Field.METHOD, Field.NAME),
    /** The body that a method reads. */
    REQUEST_BODY(Field.PATH, Field.METHOD),
    /** A response of a method. */
    RESPONSE(Field.PATH, Field.METHOD, Field.STATUS_CODE),
    /** A header of a response. */
    RESPONSE_HEADER(Field.PATH, Field.METHOD, Field.STATUS_CODE, Field.NAME),
    /** The body of a response. */
    RESPONSE_BODY(Field.PATH, Field.METHOD, Field.STATUS_CODE);

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

    private final boolean path;
    private final boolean method;
    private final boolean statusCode;
    private final boolean name;

    DocumentationPartType(Field... fields) {
        List<Field> list = List.of(fields);
        path = list.contains(Field.PATH);
        method = list.contains(Field.METHOD);
        statusCode = list.contains(Field.STATUS_CODE);
        name = list.contains(Field.NAME);
    }

    /** Whether a location of this type has the field. */
    public boolean has(Field field) {
        return switch (field) {
            case PATH -> path;
            case METHOD -> method;
            case STATUS_CODE -> statusCode;
            case NAME -> name;
        };
    }

    /** Whether entities inherit from parts at shorter paths. */
    public boolean inherits() {
        return has(Field.METHOD);
    }
}
