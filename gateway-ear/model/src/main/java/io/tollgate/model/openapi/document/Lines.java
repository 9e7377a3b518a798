package io.tollgate.model.openapi.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** The lines of a document in which its objects, arrays and members begin, from 1. */
public final class Lines {
    private final IdentityHashMap<JsonNode, Integer> starts = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Map<String, Integer>> members = new IdentityHashMap<>();

    void start(JsonNode container, int line) {
        starts.put(container, line);
    }

    void member(JsonNode object, String name, int line) {
        members.computeIfAbsent(object, key -> new HashMap<>()).put(name, line);
    }

    /** The line in which an object or array begins, or 1 if it is not of this document. */
    public int of(JsonNode container) {
        return starts.getOrDefault(container, 1);
    }

    /** The line of a member of an object, or that of the object if it has no such member. */
    public int of(JsonNode object, String member) {
        Map<String, Integer> lines = members.get(object);
        Integer line = lines == null ? null : lines.get(member);
        return line == null ? of(object) : line;
    }
}
