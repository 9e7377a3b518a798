package io.tollgate.model.operations;

import java.util.List;

/**
 * An operation of AWS's management or data API.
 *
 * @param service the service model: apigateway, apigatewayv2 or apigatewaymanagementapi
 * @param name AWS's name, for example {@code CreateRestApi}
 * @param verb the HTTP verb
 * @param segments the parts of the path; a variable one is written in braces
 * @param mode the value that the query parameter {@code mode} must have, or empty
 * @param status the status of success
 */
public record Operation(String service, String name, String verb, List<String> segments, String mode, int status) {

    /** Copies the list. */
    public Operation {
        segments = List.copyOf(segments);
    }

    int literals() {
        return (int)
                segments.stream().filter(segment -> !segment.startsWith("{")).count();
    }

    boolean fits(List<String> path) {
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{") ? path.get(i).isEmpty() : !segment.equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }
}
