package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.ExportExtension;
import io.tollgate.model.openapi.ExportOptions;
import io.tollgate.model.openapi.ExportType;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a whole document. */
public final class DocumentWriter {
    private static final List<String> VERBS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "ANY");

    private final ApiDefinition definition;
    private final String stageName;
    private final ExportOptions options;
    private final Documented documented;
    private final ModelsWriter models;
    private final SecurityWriter security;

    /** Takes what a stage serves. */
    public DocumentWriter(ApiDefinition definition, String stageName, ExportOptions options) {
        this.definition = definition;
        this.stageName = stageName;
        this.options = options;
        this.documented = new Documented(options.documentation());
        this.models = new ModelsWriter(definition.models(), options, documented);
        this.security = new SecurityWriter(definition, options, documented);
    }

    /** The document. */
    public ObjectNode write() {
        ObjectNode root = Trees.object();
        ObjectNode paths = paths();
        if (options.type() == ExportType.SWAGGER) {
            swagger(root, paths);
        } else {
            openApi(root, paths);
        }
        root.setAll(documented.begin(
                new DocumentationPartLocation(DocumentationPartType.API.name(), null, null, null, null)));
        ExtensionsWriter extensions = new ExtensionsWriter(definition, root);
        if (options.shows(ExportExtension.APIGATEWAY)) {
            extensions.apiGateway();
        }
        if (options.shows(ExportExtension.DOCUMENTATION) && options.documentation() != null) {
            extensions.documentation(options.documentation());
        }
        return root;
    }

    private void swagger(ObjectNode root, ObjectNode paths) {
        root.put("swagger", "2.0");
        root.set("info", info());
        root.put("host", options.host());
        root.put("basePath", "/" + stageName);
        root.putArray("schemes").add("https");
        root.set("paths", paths);
        if (!security.schemes().isEmpty()) {
            root.putObject("securityDefinitions").setAll(security.schemes());
        }
        if (!models.schemas().isEmpty()) {
            root.putObject("definitions").setAll(models.schemas());
        }
        if (options.shows(ExportExtension.APIGATEWAY)) {
            ExtensionsWriter.endpoint(definition.restApi(), root);
        }
    }

    private void openApi(ObjectNode root, ObjectNode paths) {
        root.put("openapi", "3.0.1");
        root.set("info", info());
        ObjectNode server = root.putArray("servers").addObject();
        server.put("url", "https://" + options.host() + "/{basePath}");
        server.putObject("variables").putObject("basePath").put("default", stageName);
        if (options.shows(ExportExtension.APIGATEWAY)) {
            ExtensionsWriter.endpoint(definition.restApi(), server);
        }
        root.set("paths", paths);
        ObjectNode components = root.putObject("components");
        if (!models.schemas().isEmpty()) {
            components.putObject("schemas").setAll(models.schemas());
        }
        if (!security.schemes().isEmpty()) {
            components.putObject("securitySchemes").setAll(security.schemes());
        }
    }

    /** With the parts beside it, info shows what the API says itself: else importing would change the API. */
    private ObjectNode info() {
        RestApi api = definition.restApi();
        ObjectNode info = Trees.object();
        info.put("title", api.name());
        Trees.put(info, "description", api.description());
        if (!options.shows(ExportExtension.DOCUMENTATION)) {
            info.setAll(documented.info());
        }
        info.put(
                "version",
                api.version() == null
                        ? options.deployed().truncatedTo(ChronoUnit.SECONDS).toString()
                        : api.version());
        return info;
    }

    private ObjectNode paths() {
        ObjectNode paths = Trees.object();
        OperationWriter operations = new OperationWriter(definition, options, documented, models, security);
        Set<String> parents =
                definition.resources().stream().map(DocumentWriter::parent).collect(Collectors.toSet());
        definition.resources().stream()
                .sorted(Comparator.comparing(Resource::path))
                .filter(resource -> !resource.resourceMethods().isEmpty()
                        || (options.shows(ExportExtension.APIGATEWAY) && !parents.contains(resource.id())))
                .forEach(resource -> paths.set(resource.path(), path(resource, operations)));
        return paths;
    }

    private static String parent(Resource resource) {
        return resource.parentId() == null ? "" : resource.parentId();
    }

    private ObjectNode path(Resource resource, OperationWriter operations) {
        ObjectNode item = documented.begin(new DocumentationPartLocation(
                DocumentationPartType.RESOURCE.name(), resource.path(), null, null, null));
        if (options.type() == ExportType.SWAGGER) {
            item.remove(List.of("summary", "description"));
        }
        for (String verb : VERBS) {
            Method method = resource.resourceMethods().get(verb);
            if (method != null) {
                String key = verb.equals("ANY") ? "x-amazon-apigateway-any-method" : verb.toLowerCase(Locale.ROOT);
                item.set(key, operations.write(resource, method));
            }
        }
        return item;
    }
}
