package io.tollgate.dataplane.template;

import java.io.Writer;

/** Collects what a template writes, up to the limit. */
final class Output extends Writer {
    private final StringBuilder text = new StringBuilder(512);

    private void room(int length) {
        Budget.current().work(length);
        if (text.length() + length > Budget.MOST_CHARACTERS) {
            throw new TemplateFailure("the output has more than " + Budget.MOST_CHARACTERS + " characters");
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        room(length);
        text.append(characters, offset, length);
    }

    @Override
    public void write(String part) {
        room(part.length());
        text.append(part);
    }

    @Override
    public void flush() {
        // Everything is in memory.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
