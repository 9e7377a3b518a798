package io.tollgate.dataplane.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code $input} (vtl.md 2). The body is parsed when it is first asked for. */
public final class InputRoot implements TemplateRoot {
    private static final List<String> PLACES = List.of("path", "querystring", "header");

    private final String body;
    private final Map<String, Map<String, String>> params;
    private final Map<String, Map<String, String>> listed = new LinkedHashMap<>();
    private boolean isParsed;
    private Optional<JsonValues.Parsed> parsed = Optional.empty();

    InputRoot(String body, Map<String, Map<String, String>> params) {
        this.body = body.isEmpty() ? "{}" : body;
        this.params = params;
    }

    /** The raw payload; an empty one is {@code {}}. */
    public String getBody() {
        return body;
    }

    private @Nullable Object at(String path) {
        if (!isParsed) {
            isParsed = true;
            parsed = JsonValues.parse(body);
        }
        return parsed.isEmpty() ? null : JsonPaths.read(parsed.get().value(), path);
    }

    /** The value at a path as JSON text; two quotes where there is none. */
    public String json(@Nullable Object path) {
        String expression = path == null ? "$" : Printing.text(path);
        Object value = at(expression);
        return value == null ? "\"\"" : JsonValues.write(value);
    }

    /** The value at a path. */
    public @Nullable Object path(@Nullable Object path) {
        return at(path == null ? "$" : Printing.text(path));
    }

    /** All parameters: {@code path}, {@code querystring}, {@code header}, each by name in the order of the alphabet. */
    public Map<String, Map<String, String>> params() {
        if (listed.isEmpty()) {
            for (String place : PLACES) {
                listed.put(place, new LinkedHashMap<>(new TreeMap<>(params.getOrDefault(place, Map.of()))));
            }
        }
        return listed;
    }

    /** The first parameter of a name among path, query string and header; an empty text if there is none. */
    public String params(@Nullable Object name) {
        for (String place : PLACES) {
            String value = params.getOrDefault(place, Map.of()).get(Printing.text(name));
            if (value != null && !value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
