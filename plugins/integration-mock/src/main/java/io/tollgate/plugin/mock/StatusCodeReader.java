package io.tollgate.plugin.mock;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the integer member {@code statusCode} of a JSON object that is read leniently, as AWS reads it: names and texts
 * may lack quotes or have single ones, commas may be too many, and what follows the object does not matter. A name
 * without quotes ends at the colon, a value without quotes at the next comma or closing bracket.
 */
final class StatusCodeReader {
    private static final int DEEPEST = 400;
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

    private final String text;
    private int at;
    private int depth;

    private StatusCodeReader(String text) {
        this.text = text;
    }

    /** The status code; empty if the text is no object, has none, or has one that is not an integer. */
    static OptionalInt read(String text) {
        StatusCodeReader reader = new StatusCodeReader(text);
        try {
            String value = reader.peek() == '{' ? reader.object() : null;
            return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
        } catch (MalformedException malformed) {
            return OptionalInt.empty();
        }
    }

    /** Reads an object; gives the digits of its last member {@code statusCode}, or null. */
    private @Nullable String object() {
        open();
        String status = null;
        for (char c = peek(); c != '}'; c = peek()) {
            if (c == ',') {
                at++;
                continue;
            }
            String name = c == '"' || c == '\'' ? quoted(c) : bare(":", ":[]{");
            expect(":");
            String value = value(",}");
            if (name.equals("statusCode")) {
                status = value;
            }
            expect(",}");
            at--;
        }
        close();
        return status;
    }

    private void array() {
        open();
        while (peek() != ']') {
            if (peek() == ',') {
                at++;
            } else {
                value(",]");
                expect(",]");
                at--;
            }
        }
        close();
    }

    /** Reads a value; gives its digits if it is an integer. */
    private @Nullable String value(String ends) {
        switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"', '\'' -> quoted(text.charAt(at));
            default -> {
                String bare = bare(ends, ":]}");
                return INTEGER.matcher(bare).matches() ? bare : null;
            }
        }
        return null;
    }

    private void open() {
        at++;
        if (++depth > DEEPEST) {
            throw new MalformedException();
        }
    }

    private void close() {
        at++;
        depth--;
    }

    private String quoted(char quote) {
        int start = ++at;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new MalformedException();
        }
        return text.substring(start, at++);
    }

    private String bare(String ends, String cannotBegin) {
        if (cannotBegin.indexOf(peek()) >= 0) {
            throw new MalformedException();
        }
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at >= text.length()) {
            throw new MalformedException();
        }
        return text.charAt(at);
    }

    private void expect(String oneOf) {
        if (oneOf.indexOf(peek()) < 0) {
            throw new MalformedException();
        }
        at++;
    }

    /** The text cannot be read even leniently. */
    private static final class MalformedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private MalformedException() {
            super("malformed", null, false, false);
        }
    }
}
