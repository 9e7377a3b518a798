package io.tollgate.spi.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decoded query parameters: names in order of first arrival, each with all its values. {@code +} is a blank, {@code ;}
 * separates like {@code &}, a broken escape stays as it was sent. Immutable.
 */
public record QueryParameters(Map<String, List<String>> values) {

    /** No parameters. */
    public static final QueryParameters NONE = new QueryParameters(Map.of());

    /** Decodes a raw query string without its question mark. */
    public static QueryParameters parse(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= rawQuery.length(); i++) {
            if (i == rawQuery.length() || rawQuery.charAt(i) == '&' || rawQuery.charAt(i) == ';') {
                if (i > start) {
                    add(values, rawQuery.substring(start, i));
                }
                start = i + 1;
            }
        }
        return new QueryParameters(values);
    }

    private static void add(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, any -> new java.util.ArrayList<>(1)).add(value);
    }

    private static String decode(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    /** The last value of a parameter, as AWS's single-value forms give it, or null. */
    public @Nullable String last(String name) {
        List<String> all = values.get(name);
        return all == null ? null : all.get(all.size() - 1);
    }

    /** All values of a parameter; empty if it was not sent. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether no parameter was sent. */
    public boolean isEmpty() {
        return values.isEmpty();
    }
}
