package io.tollgate.dataplane.cache;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.mapping.MappingExpression;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import io.tollgate.model.restapi.Integration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * What distinguishes the cached answers of a method: its namespace and the values of its cache key parameters. A parameter
 * that is not listed distinguishes nothing (features 11). Immutable.
 */
final class CacheKey {
    private final String namespace;
    private final List<MappingExpression> parameters = new ArrayList<>();

    /**
     * The key of a method's integration.
     *
     * @throws IllegalArgumentException if a parameter is none
     */
    CacheKey(Integration integration, String resourceId, String verb) {
        this.namespace = Objects.requireNonNullElse(integration.cacheNamespace(), resourceId) + "\n" + verb;
        Map<String, String> mapped = Objects.requireNonNullElse(integration.requestParameters(), Map.of());
        for (String parameter : new TreeSet<>(integration.cacheKeyParameters())) {
            String source = parameter.startsWith("integration.request.") ? mapped.get(parameter) : parameter;
            if (source != null) {
                parameters.add(MappingExpression.parse(source));
            }
        }
    }

    /** Whether the request's body must have been read. */
    boolean readsBody() {
        return parameters.stream().anyMatch(MappingExpression::readsRequestBody);
    }

    /** The key of a call; lengths keep values apart that contain each other's separators. */
    String of(Call call) {
        StringBuilder key = new StringBuilder(namespace);
        Source source = Source.of(call);
        for (MappingExpression parameter : parameters) {
            List<String> values = parameter.values(source);
            key.append('\n').append(values.size());
            for (String value : values) {
                key.append(' ').append(value.length()).append(':').append(value);
            }
        }
        return key.toString();
    }
}
