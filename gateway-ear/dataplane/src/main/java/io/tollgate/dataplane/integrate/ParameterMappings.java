package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.mapping.MappingExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameter mappings of an integration, by where their targets are. Immutable. */
final class ParameterMappings {

    /** One target and its source. */
    record Mapping(String name, MappingExpression source) {}

    private final List<Mapping> headers = new ArrayList<>();
    private final List<Mapping> query = new ArrayList<>();
    private final List<Mapping> path = new ArrayList<>();

    /** Parses what is saved under {@code integration.request.*}. */
    ParameterMappings(Map<String, String> saved) {
        new TreeMap<>(saved).forEach((target, source) -> {
            Mapping mapping = new Mapping(name(target), MappingExpression.parse(source));
            listOf(target).add(mapping);
        });
    }

    private static String name(String target) {
        int dot = target.indexOf('.', "integration.request.".length());
        return target.substring(dot + 1);
    }

    private List<Mapping> listOf(String target) {
        if (target.startsWith("integration.request.header.")) {
            return headers;
        }
        if (target.startsWith("integration.request.querystring.")) {
            return query;
        }
        if (target.startsWith("integration.request.path.")) {
            return path;
        }
        throw new IllegalArgumentException("Invalid mapping expression specified: " + target);
    }

    List<Mapping> headers() {
        return headers;
    }

    List<Mapping> query() {
        return query;
    }

    List<Mapping> path() {
        return path;
    }

    boolean readsBody() {
        return reads(headers) || reads(query) || reads(path);
    }

    private static boolean reads(List<Mapping> mappings) {
        return mappings.stream().anyMatch(mapping -> mapping.source().readsRequestBody());
    }

    /** Mappings of one kind only have one name each. */
    static @Nullable String valueOf(Mapping mapping, MappingExpression.Source source) {
        return mapping.source().single(source);
    }
}
