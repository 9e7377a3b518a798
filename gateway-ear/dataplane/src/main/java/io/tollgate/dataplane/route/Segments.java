package io.tollgate.dataplane.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a resource path. */
final class Segments {

    private Segments() {}

    static List<String> of(String path) {
        List<String> segments = new ArrayList<>();
        int start = 1;
        while (start < path.length()) {
            int slash = path.indexOf('/', start);
            int stop = slash < 0 ? path.length() : slash;
            segments.add(path.substring(start, stop));
            start = stop + 1;
        }
        return segments;
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    static boolean isGreedy(String segment) {
        return segment.endsWith("+}");
    }

    static String variableName(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }

    static Map<String, String> pairs(List<String> namesAndValues) {
        if (namesAndValues.isEmpty()) {
            return Map.of();
        }
        if (namesAndValues.size() == 2) {
            return Map.of(namesAndValues.get(0), namesAndValues.get(1));
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            pairs.put(namesAndValues.get(i), namesAndValues.get(i + 1));
        }
        return pairs;
    }
}
