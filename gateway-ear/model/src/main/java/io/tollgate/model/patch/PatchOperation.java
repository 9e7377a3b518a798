package io.tollgate.model.patch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of a PATCH request.
 *
 * @param op add, remove, replace or copy; move and test are read and refused
 * @param path where, or null if it was left out
 * @param value the new value as text, or null
 * @param from the source of a copy, or null
 */
public record PatchOperation(
        String op,
        @Nullable String path,
        @Nullable String value,
        @Nullable String from) {

    /** The values of op that the service model knows. */
    public static final List<String> OPS = List.of("add", "remove", "move", "test", "replace", "copy");

    /** The path's segments, unescaped: {@code ~1} is a slash, {@code ~0} a tilde. */
    public List<String> segments() {
        return path == null ? List.of() : segments(path);
    }

    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : (path.startsWith("/") ? path.substring(1) : path).split("/", -1)) {
            segments.add(unescape(segment));
        }
        return segments;
    }

    /** A segment without its escapes. */
    public static String unescape(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }

    /** Whether op is this one. */
    public boolean is(String name) {
        return op.equals(name);
    }
}
