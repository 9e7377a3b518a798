package io.tollgate.dataplane.template;

import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code $context}: values are looked up by their dotted names when they are asked for; overrides are maps that a template
 * fills. Whatever else a template puts here stays for the response template.
 */
final class ContextRoot extends HashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;
    private static final Set<String> NESTED =
            Set.of("identity", "authorizer", "error", "clientCert", "validity", "claims");

    private final transient Function<String, @Nullable Object> values;
    private final String prefix;

    ContextRoot(Function<String, @Nullable Object> values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    @Override
    public @Nullable Object get(Object key) {
        Object own = super.get(key);
        if (own != null) {
            return own;
        }
        String name = prefix + key;
        Object value = values.apply(name);
        if (value == null && key instanceof String text && NESTED.contains(text)) {
            ContextRoot nested = new ContextRoot(values, name + ".");
            super.put(text, nested);
            return nested;
        }
        return value;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
