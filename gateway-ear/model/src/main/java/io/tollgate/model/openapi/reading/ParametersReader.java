package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.mapping.MappingSyntax;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The parameters of an operation: its own, and those of its path that it does not write anew. */
final class ParametersReader {
    private final Reading reading;
    private final Place place;

    ParametersReader(Reading reading, Place place) {
        this.reading = reading;
        this.place = place;
    }

    Parameters read(JsonNode pathItem, JsonNode operation) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        collect(pathItem, all);
        collect(operation, all);
        Map<String, Boolean> declared = new LinkedHashMap<>();
        JsonNode body = MissingNode.getInstance();
        for (JsonNode parameter : all.values()) {
            String in = Objects.requireNonNullElse(Fields.text(parameter, "in"), "");
            switch (in) {
                case "path" -> declare(declared, "path", DocumentationPartType.PATH_PARAMETER, parameter);
                case "query" -> declare(declared, "querystring", DocumentationPartType.QUERY_PARAMETER, parameter);
                case "header" -> declare(declared, "header", DocumentationPartType.REQUEST_HEADER, parameter);
                case "body" -> body = parameter;
                default -> ignored(in, parameter);
            }
        }
        check(() -> MappingSyntax.checkUnique(declared.keySet()), reading.line(operation, "parameters"));
        return new Parameters(declared.isEmpty() ? null : declared, body);
    }

    private void collect(JsonNode owner, Map<String, JsonNode> into) {
        for (JsonNode item : owner.path("parameters")) {
            JsonNode parameter = reading.resolve(item);
            if (parameter.isObject()) {
                boolean body = "body".equals(Fields.text(parameter, "in"));
                into.put(Fields.text(parameter, "in") + ' ' + (body ? "" : Fields.text(parameter, "name")), parameter);
            }
        }
    }

    private void declare(Map<String, Boolean> declared, String where, DocumentationPartType type, JsonNode parameter) {
        String name = Objects.requireNonNullElse(Fields.text(parameter, "name"), "");
        String key = "method.request." + where + "." + name;
        check(() -> MappingSyntax.checkMethodParameter(key), reading.line(parameter, "name"));
        declared.put(key, Fields.isTrue(parameter, "required"));
        reading.notes()
                .take(
                        DocumentationPartLocation.of(
                                type, place.path(), place.method(), DocumentationPartLocation.ANY, name),
                        parameter);
    }

    private void check(Runnable check, int line) {
        reading.report().passes(check, place.unableToPut("method"), line);
    }

    private void ignored(String in, JsonNode parameter) {
        reading.report()
                .warn(
                        "Unsupported parameter type '" + in + "' for parameter '" + Fields.text(parameter, "name")
                                + "' in method '" + place + "'. Ignoring.",
                        reading.line(parameter));
    }
}
