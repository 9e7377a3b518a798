package io.tollgate.dataplane.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What templates have overridden in one call: request header, path and query string, response header and status. Set in
 * the request template, still readable in the response template (vtl.md 6).
 */
public final class Overrides {
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

    private final Map<String, @Nullable Object> request = new LinkedHashMap<>();
    private final Once response = new Once("responseOverride", Set.of("status"));
    private final List<Once> all = new ArrayList<>(List.of(response));

    /** No overrides yet. */
    public Overrides() {
        for (String place : new String[] {"header", "path", "querystring"}) {
            request.put(place, once("requestOverride." + place));
        }
        response.put("header", once("responseOverride.header"));
    }

    private Once once(String name) {
        Once map = new Once(name, null);
        all.add(map);
        return map;
    }

    /** Begins a rendering: what an earlier template has set may be set anew. */
    void begin() {
        all.forEach(map -> map.assigned = null);
    }

    /** A map whose members one template may set once only, as AWS documents it; without names that holds for all. */
    private static final class Once extends LinkedHashMap<String, @Nullable Object> {
        private static final long serialVersionUID = 1L;

        private final String place;
        private final transient @Nullable Set<String> names;
        private transient @Nullable Set<String> assigned;

        private Once(String place, @Nullable Set<String> names) {
            this.place = place;
            this.names = names;
        }

        @Override
        public @Nullable Object put(String key, @Nullable Object value) {
            if (assigned == null) {
                assigned = new HashSet<>(4);
            }
            if ((names == null || names.contains(key)) && !assigned.add(key)) {
                throw new TemplateFailure("$context." + place + "." + key + " is set twice");
            }
            return super.put(key, value);
        }
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

    /** What has a value: setting null overrides nothing. */
    private static Map<String, Object> map(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> present = new LinkedHashMap<>();
        map.forEach((name, one) -> {
            if (one != null) {
                present.put(String.valueOf(name), one);
            }
        });
        return present;
    }

    /** The status a template has set: 100 to 599; anything else is ignored. */
    public int status(int otherwise) {
        Object status = response.get("status");
        return status == null || !STATUS.matcher(status.toString().strip()).matches()
                ? otherwise
                : Integer.parseInt(status.toString().strip());
    }

    /** An override's values as repeated parameters: a list has several. */
    public static List<String> texts(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Printing::text).toList()
                : List.of(Printing.text(value));
    }

    /** An override's value as a field or parameter has it: the items of a list are joined by commas. */
    public static String text(Object value) {
        return String.join(",", texts(value));
    }
}
