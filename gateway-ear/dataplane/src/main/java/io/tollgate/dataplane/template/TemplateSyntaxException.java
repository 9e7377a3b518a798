package io.tollgate.dataplane.template;

/** A template that cannot be parsed. */
public final class TemplateSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    TemplateSyntaxException(String message, int line, int column) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1; 0 if it is not known. */
    public int line() {
        return line;
    }

    /** The column, from 1; 0 if it is not known. */
    public int column() {
        return column;
    }
}
