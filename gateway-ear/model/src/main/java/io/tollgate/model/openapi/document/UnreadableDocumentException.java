package io.tollgate.model.openapi.document;

/** A text is neither JSON nor YAML that we read, or exceeds a limit of this room; says what is wrong and in which line. */
public final class UnreadableDocumentException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * Says what and where.
     *
     * @param message what is wrong
     * @param line the line, from 1
     */
    public UnreadableDocumentException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** The line in which reading stopped, from 1. */
    public int line() {
        return line;
    }
}
