package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Resources and methods from paths. */
final class PathsReader {
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "options", "head", "patch");
    private static final Set<String> NOT_METHODS = Set.of("parameters", "summary", "description", "servers", "$ref");

    private final Reading reading;
    private final MethodReader methods;
    private final String basePath;
    private final ResourceTree tree = new ResourceTree();

    PathsReader(Reading reading, MethodReader methods, String basePath) {
        this.reading = reading;
        this.methods = methods;
        this.basePath = basePath;
    }

    List<Resource> read() {
        JsonNode paths = reading.root().path("paths");
        for (var path : paths.properties()) {
            if (!path.getKey().startsWith("x-")) {
                path(path.getKey(), reading.resolve(path.getValue()), reading.line(paths, path.getKey()));
            }
        }
        return tree.resources();
    }

    private void path(String written, JsonNode item, int line) {
        if (!written.startsWith("/")) {
            reading.report().warn("Parse issue: attribute paths. Resource " + written + " should start with /", line);
        }
        String path = ResourceTree.normal(basePath + "/" + written);
        tree.add(path)
                .ifPresent(why ->
                        reading.report().error("Unable to create resource at path '" + path + "': " + why, line));
        reading.notes()
                .take(
                        new DocumentationPartLocation(DocumentationPartType.RESOURCE.name(), path, null, null, null),
                        item);
        item.properties().forEach(member -> {
            String name = member.getKey();
            if (VERBS.contains(name) || name.equals(ANY)) {
                Place place = new Place(name.equals(ANY) ? "ANY" : name.toUpperCase(Locale.ROOT), path);
                tree.put(path, methods.read(place, item, member.getValue()));
            } else if (!NOT_METHODS.contains(name) && !name.startsWith("x-")) {
                reading.report()
                        .warn(
                                "Parse issue: attribute paths.'" + written + "'(" + name + ") is unexpected",
                                reading.line(item, name));
            }
        });
    }
}
