package io.tollgate.controlplane.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.openapi.Finding;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What an import answers: AWS's JSON with warnings, or to those who accept {@code text/plain} a report for people, in
 * which every finding has its line.
 */
final class ImportReport {

    private ImportReport() {}

    /** Whether a person reads the answer. */
    static boolean forPeople(Request request) {
        return Objects.requireNonNullElse(request.headers().get("Accept"), "").startsWith("text/plain");
    }

    static Reply of(Request request, ObjectNode answer, ApiDefinition definition, List<Finding> warnings) {
        return forPeople(request) ? text(definition, warnings) : json(answer, warnings);
    }

    static Reply json(ObjectNode answer, List<Finding> warnings) {
        if (!warnings.isEmpty()) {
            ArrayNode list = answer.putArray("warnings");
            warnings.stream().map(Finding::message).distinct().forEach(list::add);
        }
        return Reply.of(answer);
    }

    private static Reply text(ApiDefinition definition, List<Finding> warnings) {
        int methods = definition.resources().stream()
                .mapToInt(resource -> resource.resourceMethods().size())
                .sum();
        StringBuilder report = new StringBuilder("%s is API %s: %s resources, %s methods, %s models, %s authorizers\n"
                .formatted(
                        definition.restApi().name(),
                        definition.restApi().id(),
                        definition.resources().size(),
                        methods,
                        definition.models().size(),
                        definition.authorizers().size()));
        warnings.forEach(warning -> report.append(warning).append('\n'));
        return new Reply(
                report.toString().getBytes(StandardCharsets.UTF_8),
                Headers.of("Content-Type", "text/plain; charset=utf-8"));
    }
}
