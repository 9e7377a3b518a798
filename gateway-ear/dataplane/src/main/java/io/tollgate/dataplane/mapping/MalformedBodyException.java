package io.tollgate.dataplane.mapping;

/** The request's body begins like JSON and is none; the caller gets 400. Carries no stack trace. */
public final class MalformedBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedBodyException() {
        super("Invalid JSON in request body", null, false, false);
    }
}
