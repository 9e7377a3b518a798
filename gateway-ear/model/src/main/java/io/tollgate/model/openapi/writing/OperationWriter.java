package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.ExportExtension;
import io.tollgate.model.openapi.ExportOptions;
import io.tollgate.model.openapi.ExportType;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;

/** Methods as operations. */
final class OperationWriter {
    private final ApiDefinition definition;
    private final ExportOptions options;
    private final Documented documented;
    private final ModelsWriter models;
    private final SecurityWriter security;

    OperationWriter(
            ApiDefinition definition,
            ExportOptions options,
            Documented documented,
            ModelsWriter models,
            SecurityWriter security) {
        this.definition = definition;
        this.options = options;
        this.documented = documented;
        this.models = models;
        this.security = security;
    }

    ObjectNode write(Resource resource, Method method) {
        ObjectNode operation = documented.begin(
                DocumentationPartType.METHOD,
                resource.path(),
                method.httpMethod(),
                DocumentationPartLocation.ANY,
                null);
        Trees.put(operation, "operationId", method.operationName());
        RequestWriter request = new RequestWriter(documented, models, resource.path(), method);
        ResponsesWriter responses = new ResponsesWriter(documented, models, resource.path(), method);
        if (options.type() == ExportType.SWAGGER) {
            request.swagger(operation);
            responses.swagger(operation);
        } else {
            request.openApi(operation);
            responses.openApi(operation);
        }
        ArrayNode requirements = security.requirements(method);
        if (!requirements.isEmpty()) {
            operation.set("security", requirements);
        }
        extensions(resource, method, operation);
        return operation;
    }

    private void extensions(Resource resource, Method method, ObjectNode operation) {
        if (options.shows(ExportExtension.APIGATEWAY)) {
            definition.requestValidators().stream()
                    .filter(validator -> validator.id().equals(method.requestValidatorId()))
                    .findFirst()
                    .map(OperationWriter::name)
                    .ifPresent(name -> operation.put("x-amazon-apigateway-request-validator", name));
        }
        if (options.shows(ExportExtension.INTEGRATIONS) && method.methodIntegration() != null) {
            operation.set(
                    "x-amazon-apigateway-integration",
                    IntegrationWriter.write(method.methodIntegration(), resource.id(), options.type()));
        }
    }

    /** The name under which a validator is exported: its id if it has none. */
    static String name(RequestValidator validator) {
        return validator.name() == null ? validator.id() : validator.name();
    }
}
