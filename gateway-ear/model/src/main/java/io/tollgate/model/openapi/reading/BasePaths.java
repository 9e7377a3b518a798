package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The base path that a document names, and what of it becomes resources. */
final class BasePaths {
    private static final Pattern URL = Pattern.compile("(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?(?://[^/]*)?(/?[^?#]*).*");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private BasePaths() {}

    /** The path to put before every path, empty for none. */
    static String prefix(Reading reading) {
        List<String> segments = Arrays.stream(written(reading).split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return switch (reading.options().basePath()) {
            case IGNORE -> "";
            case PREPEND -> String.join("/", segments);
            case SPLIT -> segments.isEmpty() ? "" : String.join("/", segments.subList(1, segments.size()));
        };
    }

    private static String written(Reading reading) {
        JsonNode root = reading.root();
        if (reading.dialect() == Dialect.SWAGGER) {
            return root.path("basePath").asText();
        }
        for (JsonNode server : root.path("servers")) {
            JsonNode variable = server.path("variables").path("basePath").path("default");
            if (!variable.isMissingNode()) {
                return variable.asText();
            }
        }
        return path(root.path("servers").path(0));
    }

    private static String path(JsonNode server) {
        Matcher variables = VARIABLE.matcher(server.path("url").asText());
        String url = variables.replaceAll(match -> Matcher.quoteReplacement(
                server.path("variables").path(match.group(1)).path("default").asText()));
        Matcher parts = URL.matcher(url);
        return parts.matches() ? parts.group(1) : "";
    }
}
