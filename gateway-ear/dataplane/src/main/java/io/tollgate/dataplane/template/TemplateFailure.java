package io.tollgate.dataplane.template;

/** A template that failed while it was rendered; callers see a configuration error. Carries no stack trace. */
public final class TemplateFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    TemplateFailure(String reason) {
        this(reason, 0, 0);
    }

    private TemplateFailure(String reason, int line, int column) {
        super(reason, null, false, false);
        this.line = line;
        this.column = column;
    }

    /** The same at a place of the template, unless its place is known already. */
    TemplateFailure at(int failingLine, int failingColumn) {
        return line > 0 ? this : new TemplateFailure(String.valueOf(getMessage()), failingLine, failingColumn);
    }

    /** The line, from 1; 0 if it is not known. */
    public int line() {
        return line;
    }

    /** The column, from 1; 0 if it is not known. */
    public int column() {
        return column;
    }

    /** What failed and, if it is known, where. */
    public String reason() {
        String what = String.valueOf(getMessage());
        return line == 0 ? what : "template line " + line + ", column " + column + ": " + what;
    }
}
