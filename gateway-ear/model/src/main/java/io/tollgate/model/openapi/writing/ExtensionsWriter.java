package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPart;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.RestApi;

/** The extensions at the root of a document. */
final class ExtensionsWriter {
    private static final String PREFIX = "x-amazon-apigateway-";

    private final ApiDefinition definition;
    private final ObjectNode root;

    ExtensionsWriter(ApiDefinition definition, ObjectNode root) {
        this.definition = definition;
        this.root = root;
    }

    void apiGateway() {
        RestApi api = definition.restApi();
        gatewayResponses();
        if (api.policy() != null) {
            root.set(PREFIX + "policy", Documented.parse(api.policy()));
        }
        validators();
        if (api.apiKeySource().equals("AUTHORIZER")) {
            root.put(PREFIX + "api-key-source", "AUTHORIZER");
        }
        if (api.minimumCompressionSize() != null) {
            root.put(PREFIX + "minimum-compression-size", api.minimumCompressionSize());
        }
        if (api.binaryMediaTypes() != null && !api.binaryMediaTypes().isEmpty()) {
            root.set(PREFIX + "binary-media-types", Trees.texts(api.binaryMediaTypes()));
        }
        Trees.put(root, PREFIX + "security-policy", api.securityPolicy());
        Trees.put(root, PREFIX + "endpoint-access-mode", api.endpointAccessMode());
    }

    private void gatewayResponses() {
        if (definition.gatewayResponses().isEmpty()) {
            return;
        }
        ObjectNode responses = root.putObject(PREFIX + "gateway-responses");
        definition.gatewayResponses().forEach(response -> {
            ObjectNode written = responses.putObject(response.responseType());
            Trees.put(written, "statusCode", response.statusCode());
            Trees.put(written, "responseParameters", response.responseParameters());
            Trees.put(written, "responseTemplates", response.responseTemplates());
        });
    }

    private void validators() {
        if (definition.requestValidators().isEmpty()) {
            return;
        }
        ObjectNode validators = root.putObject(PREFIX + "request-validators");
        definition
                .requestValidators()
                .forEach(validator -> validators
                        .putObject(OperationWriter.name(validator))
                        .put("validateRequestBody", validator.validateRequestBody())
                        .put("validateRequestParameters", validator.validateRequestParameters()));
    }

    void documentation(DocumentationSnapshot snapshot) {
        ObjectNode extension = root.putObject(PREFIX + "documentation");
        extension.put("version", snapshot.version().version());
        extension.put("createdDate", snapshot.version().createdDate().toString());
        ArrayNode parts = extension.putArray("documentationParts");
        for (DocumentationPart part : snapshot.parts()) {
            DocumentationPartLocation from = part.location();
            ObjectNode written = parts.addObject();
            ObjectNode location = written.putObject("location").put("type", from.type());
            Trees.put(location, "path", from.path());
            Trees.put(location, "method", from.method());
            Trees.put(location, "statusCode", from.statusCode());
            Trees.put(location, "name", from.name());
            written.set("properties", Documented.parse(part.properties()));
        }
    }

    /** The endpoint, where Swagger has it at the root and OpenAPI on the server; nothing if nothing is special. */
    static void endpoint(RestApi api, ObjectNode owner) {
        ObjectNode endpoint = Trees.object();
        if (api.disableExecuteApiEndpoint()) {
            endpoint.put("disableExecuteApiEndpoint", true);
        }
        if (api.endpointConfiguration().vpcEndpointIds() != null
                && !api.endpointConfiguration().vpcEndpointIds().isEmpty()) {
            endpoint.set(
                    "vpcEndpointIds", Trees.texts(api.endpointConfiguration().vpcEndpointIds()));
        }
        boolean dual = "dualstack".equals(api.endpointConfiguration().ipAddressType());
        if (dual && !api.endpointConfiguration().types().contains("PRIVATE")) {
            endpoint.put("ipAddressType", "dualstack");
        }
        if (!endpoint.isEmpty()) {
            owner.set(PREFIX + "endpoint-configuration", endpoint);
        }
    }
}
