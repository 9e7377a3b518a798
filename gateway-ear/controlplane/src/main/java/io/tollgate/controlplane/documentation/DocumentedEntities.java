package io.tollgate.controlplane.documentation;

import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything of an API that could be documented. */
final class DocumentedEntities {
    private final List<DocumentationPartLocation> locations = new ArrayList<>();

    private DocumentedEntities() {}

    static List<DocumentationPartLocation> of(ApiDefinition definition) {
        DocumentedEntities entities = new DocumentedEntities();
        entities.add(DocumentationPartType.API, null, null, null, null);
        definition
                .authorizers()
                .forEach(one -> entities.add(DocumentationPartType.AUTHORIZER, null, null, null, one.name()));
        definition.models().forEach(one -> entities.add(DocumentationPartType.MODEL, null, null, null, one.name()));
        for (Resource resource : definition.resources()) {
            entities.add(DocumentationPartType.RESOURCE, resource.path(), null, null, null);
            resource.resourceMethods().values().forEach(method -> entities.method(resource.path(), method));
        }
        return entities.locations;
    }

    private void method(String path, Method method) {
        String verb = method.httpMethod();
        add(DocumentationPartType.METHOD, path, verb, null, null);
        if (method.requestModels() != null) {
            add(DocumentationPartType.REQUEST_BODY, path, verb, null, null);
        }
        Objects.requireNonNullElse(method.requestParameters(), Map.<String, Boolean>of())
                .keySet()
                .forEach(key -> parameter(path, verb, key.split("\\.", 4)));
        Objects.requireNonNullElse(method.methodResponses(), Map.<String, MethodResponse>of())
                .values()
                .forEach(response -> response(path, verb, response));
    }

    private void parameter(String path, String verb, String[] key) {
        DocumentationPartType type = switch (key[2]) {
            case "path" -> DocumentationPartType.PATH_PARAMETER;
            case "querystring" -> DocumentationPartType.QUERY_PARAMETER;
            default -> DocumentationPartType.REQUEST_HEADER;
        };
        add(type, path, verb, null, key[3]);
    }

    private void response(String path, String verb, MethodResponse response) {
        add(DocumentationPartType.RESPONSE, path, verb, response.statusCode(), null);
        if (response.responseModels() != null) {
            add(DocumentationPartType.RESPONSE_BODY, path, verb, response.statusCode(), null);
        }
        Objects.requireNonNullElse(response.responseParameters(), Map.<String, Boolean>of())
                .keySet()
                .forEach(key -> add(
                        DocumentationPartType.RESPONSE_HEADER,
                        path,
                        verb,
                        response.statusCode(),
                        key.split("\\.", 4)[3]));
    }

    private void add(
            DocumentationPartType type,
            @Nullable String path,
            @Nullable String method,
            @Nullable String statusCode,
            @Nullable String name) {
        locations.add(new DocumentationPartLocation(type.name(), path, method, statusCode, name));
    }
}
