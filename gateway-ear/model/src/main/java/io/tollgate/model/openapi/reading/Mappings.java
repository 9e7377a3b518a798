package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameter mappings of an integration or its responses.
 *
 * <p>AWS refuses a document that maps what its methods do not declare. Such a mapping works, so we warn and keep it.
 *
 * @param reading the import
 * @param prefix how complaints begin
 */
record Mappings(Reading reading, String prefix) {

    /** Checks one mapping's two sides. */
    interface Syntax {
        void check(String target, String source);
    }

    /** Checks that what one mapping needs is declared. */
    interface Declaration {
        void check(String target, String source, Set<String> declared);
    }

    @Nullable Map<String, String> read(
            JsonNode mappings, @Nullable Map<String, Boolean> declared, Syntax syntax, Declaration declaration) {
        Set<String> names =
                Objects.requireNonNullElse(declared, Map.<String, Boolean>of()).keySet();
        Map<String, String> read = new LinkedHashMap<>();
        mappings.properties().forEach(mapping -> {
            String target = mapping.getKey();
            String source = source(mapping.getValue());
            if (source != null) {
                int line = reading.line(mappings, target);
                if (reading.report().passes(() -> syntax.check(target, source), prefix, line)) {
                    reading.report().note(() -> declaration.check(target, source, names), prefix, line);
                }
                read.put(target, source);
            }
        });
        return read.isEmpty() ? null : read;
    }

    /** A bare true or 7 is meant as a static value, which has quotes. */
    private static @Nullable String source(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isTextual() ? value.asText() : "'" + value.asText() + "'";
    }
}
