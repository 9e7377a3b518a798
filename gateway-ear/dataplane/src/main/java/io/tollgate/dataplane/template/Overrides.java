package io.tollgate.dataplane.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What templates have overridden in one call: request header, path and query string, response header and status. Set in
 * the request template, still readable in the response template (vtl.md 6).
 */
public final class Overrides {
    private final Map<String, @Nullable Object> request = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> response = new LinkedHashMap<>();

    /** No overrides yet. */
    public Overrides() {
        for (String place : new String[] {"header", "path", "querystring"}) {
            request.put(place, new LinkedHashMap<String, Object>());
        }
        response.put("header", new LinkedHashMap<String, Object>());
    }

    /** All that was set below {@code $context.requestOverride}. */
    public Map<String, @Nullable Object> request() {
        return request;
    }

    /** All that was set below {@code $context.responseOverride}. */
    public Map<String, @Nullable Object> response() {
        return response;
    }

    /** Request overrides of a place: header, path or querystring. */
    public Map<String, Object> ofRequest(String place) {
        return map(request.get(place));
    }

    /** Response header overrides. */
    public Map<String, Object> responseHeaders() {
        return map(response.get("header"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The status a template has set: 100 to 599; anything else is ignored. */
    public int status(int otherwise) {
        Object status = response.get("status");
        if (status == null || !status.toString().strip().matches("[1-5]\\d\\d")) {
            return otherwise;
        }
        return Integer.parseInt(status.toString().strip());
    }

    /** An override's value as a field or parameter has it: the items of a list are joined by commas. */
    public static String text(@Nullable Object value) {
        return value instanceof List<?> list
                ? String.join(",", list.stream().map(Printing::text).toList())
                : Printing.text(value);
    }
}
