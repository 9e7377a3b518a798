package io.tollgate.model.restapi;

import java.util.List;

/**
 * A whole REST API at one moment: the immutable document that CreateDeployment freezes, that stages point at, that
 * nodes compile, that OpenAPI export and SDK generation read and that import produces.
 *
 * @param restApi the API's settings
 * @param resources every resource with its methods and integrations, the root included
 * @param models the models
 * @param requestValidators the validators
 * @param authorizers the authorizers
 * @param gatewayResponses the customised gateway responses only
 */
public record ApiDefinition(
        RestApi restApi,
        List<Resource> resources,
        List<Model> models,
        List<RequestValidator> requestValidators,
        List<Authorizer> authorizers,
        List<GatewayResponse> gatewayResponses) {

    /** Copies the lists. */
    public ApiDefinition {
        resources = List.copyOf(resources);
        models = List.copyOf(models);
        requestValidators = List.copyOf(requestValidators);
        authorizers = List.copyOf(authorizers);
        gatewayResponses = List.copyOf(gatewayResponses);
    }
}
