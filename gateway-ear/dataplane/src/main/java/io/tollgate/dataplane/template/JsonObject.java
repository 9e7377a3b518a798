package io.tollgate.dataplane.template;

import java.util.LinkedHashMap;

/** A JSON object in a template: prints like a Java map, keeps its members' order. */
final class JsonObject extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;
}
