package io.tollgate.plugin.mock;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds the integer member {@code statusCode} of a JSON object that is read leniently, as AWS reads it: names and strings
 * may lack quotes or have single ones, a comma may stand before the end.
 */
final class StatusCodeReader {
    private static final int DEEPEST = 500;

    private final String text;
    private int at;
    private int depth;

    private StatusCodeReader(String text) {
        this.text = text;
    }

    /** The status code; empty if the text is no such object or has none. */
    static OptionalInt read(String text) {
        StatusCodeReader reader = new StatusCodeReader(text);
        try {
            return reader.object();
        } catch (IllegalArgumentException malformed) {
            return OptionalInt.empty();
        }
    }

    private OptionalInt object() {
        expect('{');
        OptionalInt status = OptionalInt.empty();
        while (!accept('}')) {
            String name = scalar();
            expect(':');
            if (name.equals("statusCode")) {
                String value = scalarOrNull();
                status = value != null && value.matches("[1-5]\\d\\d")
                        ? OptionalInt.of(Integer.parseInt(value))
                        : OptionalInt.empty();
            } else {
                skipValue();
            }
            if (!accept(',')) {
                expect('}');
                at--;
            }
        }
        blanks();
        if (at < text.length()) {
            throw new IllegalArgumentException("text after the object");
        }
        return status;
    }

    private void skipValue() {
        char c = peek();
        if (c == '{' || c == '[') {
            skipNested(c == '{' ? '}' : ']');
        } else {
            scalar();
        }
    }

    private void skipNested(char close) {
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException("nested too deeply");
        }
        at++;
        while (!accept(close)) {
            if (close == '}') {
                scalar();
                expect(':');
            }
            skipValue();
            if (!accept(',')) {
                expect(close);
                at--;
            }
        }
        depth--;
    }

    private @Nullable String scalarOrNull() {
        char c = peek();
        if (c == '{' || c == '[') {
            skipValue();
            return null;
        }
        return scalar();
    }

    private String scalar() {
        char c = peek();
        return c == '"' || c == '\'' ? quoted(c) : bare();
    }

    private String quoted(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new IllegalArgumentException("a string does not end");
        }
        return text.substring(start, at++);
    }

    private String bare() {
        int start = at;
        while (at < text.length() && ",:{}[]\"'\n\r\t ".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at == start) {
            throw new IllegalArgumentException("a value is missing");
        }
        return text.substring(start, at);
    }

    private char peek() {
        blanks();
        if (at >= text.length()) {
            throw new IllegalArgumentException("the text ends early");
        }
        return text.charAt(at);
    }

    private boolean accept(char c) {
        if (peek() == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw new IllegalArgumentException("expected " + c + " at " + at);
        }
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
