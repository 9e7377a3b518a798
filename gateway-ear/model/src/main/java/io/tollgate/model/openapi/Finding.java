package io.tollgate.model.openapi;

import java.util.Locale;

/**
 * Something an import has to say about a document.
 *
 * @param severity whether it refuses the document
 * @param message what is wrong, in AWS's words where they are known
 * @param line the line of the document, from 1
 */
public record Finding(Severity severity, String message, int line) {

    /** How bad it is. */
    public enum Severity {
        /** The part in question is left out or changed. */
        WARNING,
        /** The document is refused. */
        ERROR
    }

    /** For people: {@code warning line 3: …}. */
    @Override
    public String toString() {
        return severity.name().toLowerCase(Locale.ROOT) + " line " + line + ": " + message;
    }
}
