package io.tollgate.spi.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of header fields that keeps the spelling of names and allows repeats. Look-ups ignore case unless
 * the method says {@code exact}: REST mappings are case-sensitive at AWS. Not thread-safe: one exchange owns it.
 */
public final class Headers {
    private static final int PAIRS = 16;

    private String[] fields;
    private int end;

    /** An empty list. */
    public Headers() {
        fields = new String[PAIRS * 2];
    }

    /** A copy that shares nothing with the source. */
    public Headers(Headers source) {
        fields = Arrays.copyOf(source.fields, Math.max(source.end, 2));
        end = source.end;
    }

    /** Names and values in turn. */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a value is missing for " + namesAndValues[namesAndValues.length - 1]);
        }
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    /** Appends a field, also when the name is already there. */
    public Headers add(String name, String value) {
        if (end == fields.length) {
            fields = Arrays.copyOf(fields, end * 2);
        }
        fields[end++] = name;
        fields[end++] = value;
        return this;
    }

    /** Replaces all fields of this name, whatever their case, by one. */
    public Headers set(String name, String value) {
        for (int i = 0; i < end; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                fields[i] = name;
                fields[i + 1] = value;
                removeFrom(i + 2, name);
                return this;
            }
        }
        return add(name, value);
    }

    /** Removes all fields of this name, whatever their case. */
    public Headers remove(String name) {
        removeFrom(0, name);
        return this;
    }

    /** Removes the fields that the test accepts. */
    public Headers removeIf(BiPredicate<? super String, ? super String> test) {
        int to = 0;
        for (int i = 0; i < end; i += 2) {
            if (!test.test(fields[i], fields[i + 1])) {
                fields[to] = fields[i];
                fields[to + 1] = fields[i + 1];
                to += 2;
            }
        }
        Arrays.fill(fields, to, end, null);
        end = to;
        return this;
    }

    private void removeFrom(int start, String name) {
        int to = start;
        for (int i = start; i < end; i += 2) {
            if (!fields[i].equalsIgnoreCase(name)) {
                fields[to] = fields[i];
                fields[to + 1] = fields[i + 1];
                to += 2;
            }
        }
        Arrays.fill(fields, to, end, null);
        end = to;
    }

    /** The first value of the name in any case, or null. */
    public @Nullable String get(String name) {
        for (int i = 0; i < end; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** The last value of the name in exactly this spelling, or null. */
    public @Nullable String lastExact(String name) {
        for (int i = end - 2; i >= 0; i -= 2) {
            if (fields[i].equals(name)) {
                return fields[i + 1];
            }
        }
        return null;
    }

    /** All values of the name in any case, in order. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < end; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return values;
    }

    /** All values of the name in exactly this spelling, in order. */
    public List<String> allExact(String name) {
        List<String> values = new ArrayList<>(2);
        for (int i = 0; i < end; i += 2) {
            if (fields[i].equals(name)) {
                values.add(fields[i + 1]);
            }
        }
        return values;
    }

    /** Whether the name occurs in any case. */
    public boolean contains(String name) {
        return get(name) != null;
    }

    /** The number of fields. */
    public int size() {
        return end / 2;
    }

    /** The name of the field at an index below {@link #size}. */
    public String name(int index) {
        return fields[index * 2];
    }

    /** The value of the field at an index below {@link #size}. */
    public String value(int index) {
        return fields[index * 2 + 1];
    }

    /** Hands every field to the visitor, in order. */
    public void forEach(BiConsumer<? super String, ? super String> visitor) {
        for (int i = 0; i < end; i += 2) {
            visitor.accept(fields[i], fields[i + 1]);
        }
    }

    /** The names and values, for tests. Never logged: values can be secrets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
