package io.tollgate.dataplane.template;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as templates write them: JSON arrays as JSON text, all other maps and lists as Java prints them, and never more than
 * a template may write. A template can put a list into itself, or the same list a thousand times into others.
 */
final class Printing {
    private static final int DEEPEST = 600;
    private static final int MOST_COMPARED = 2_000_000;

    private Printing() {}

    /** Whether a value's own text or comparison may be endless. */
    static boolean isContainer(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection || value instanceof Map.Entry;
    }

    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case JsonArray array -> JsonValues.write(array);
            case Map<?, ?> map -> bounded(map);
            case Collection<?> items -> bounded(items);
            case Map.Entry<?, ?> member -> bounded(member);
            case Object[] items -> bounded(Arrays.asList(items));
            default -> value.toString();
        };
    }

    private static String bounded(Object value) {
        Output out = new Output();
        write(out, value, 0);
        return out.toString();
    }

    private static void write(Output out, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new TemplateFailure("a value is nested too deeply to be written");
        }
        switch (value) {
            case JsonArray array -> out.write(JsonValues.write(array));
            case Map<?, ?> map -> {
                String between = "{";
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    out.write(between);
                    write(out, member.getKey(), depth + 1);
                    out.write("=");
                    write(out, member.getValue(), depth + 1);
                    between = ", ";
                }
                out.write(map.isEmpty() ? "{}" : "}");
            }
            case Map.Entry<?, ?> member -> {
                write(out, member.getKey(), depth + 1);
                out.write("=");
                write(out, member.getValue(), depth + 1);
            }
            case Collection<?> items -> {
                String between = "[";
                for (Object item : items) {
                    out.write(between);
                    write(out, item, depth + 1);
                    between = ", ";
                }
                out.write(items.isEmpty() ? "[]" : "]");
            }
            case null, default -> out.write(String.valueOf(value));
        }
    }

    /** Fails if comparing a value with another, member by member, would take too long. */
    static void checkComparable(@Nullable Object value) {
        int[] seen = new int[1];
        count(value, seen, 0);
        Budget.current().work(seen[0]);
    }

    private static void count(@Nullable Object value, int[] seen, int depth) {
        if (++seen[0] > MOST_COMPARED || depth > DEEPEST) {
            throw new TemplateFailure("a value is too large to be compared");
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                count(key, seen, depth + 1);
                count(member, seen, depth + 1);
            });
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> count(item, seen, depth + 1));
        }
    }
}
