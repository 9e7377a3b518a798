package io.tollgate.dataplane.gateway;

import java.util.LinkedHashMap;
import java.util.Map;

/** Placeholder until the template package's own lands on main. */
public final class Overrides {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The values by dotted name. */
    public Map<String, Object> values() {
        return values;
    }
}
