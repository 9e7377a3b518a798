package io.tollgate.model.openapi;

import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives a draft its ids: those an existing API has under the same names, else new ones. */
final class Identities {
    private final Supplier<String> fresh;
    private final Map<String, String> resources = new HashMap<>();
    private final Map<String, String> models = new HashMap<>();
    private final Map<String, String> validators = new HashMap<>();
    private final Map<String, String> authorizers = new HashMap<>();

    Identities(@Nullable ApiDefinition existing, Supplier<String> fresh) {
        this.fresh = fresh;
        if (existing != null) {
            index(existing.resources(), Resource::path, Resource::id, resources);
            index(existing.models(), Model::name, Model::id, models);
            index(existing.requestValidators(), RequestValidator::name, RequestValidator::id, validators);
            index(existing.authorizers(), Authorizer::name, Authorizer::id, authorizers);
        }
    }

    private static <T> void index(
            Iterable<T> things, Function<T, @Nullable String> name, Function<T, String> id, Map<String, String> into) {
        for (T thing : things) {
            String key = name.apply(thing);
            if (key != null) {
                into.putIfAbsent(key, id.apply(thing));
            }
        }
    }

    ApiDefinition of(ApiDefinition draft) {
        return new ApiDefinition(
                of(draft.restApi()),
                draft.resources().stream().map(this::of).toList(),
                draft.models().stream()
                        .map(model -> new Model(
                                id(models, model.name()),
                                model.name(),
                                model.description(),
                                model.schema(),
                                model.contentType()))
                        .toList(),
                draft.requestValidators().stream()
                        .map(validator -> new RequestValidator(
                                id(validators, validator.id()),
                                validator.name(),
                                validator.validateRequestBody(),
                                validator.validateRequestParameters()))
                        .toList(),
                draft.authorizers().stream().map(this::of).toList(),
                draft.gatewayResponses());
    }

    private String id(Map<String, String> known, String name) {
        return known.computeIfAbsent(name, key -> fresh.get());
    }

    private RestApi of(RestApi api) {
        return new RestApi(
                api.id(),
                api.name(),
                api.description(),
                api.createdDate(),
                api.version(),
                api.binaryMediaTypes(),
                api.minimumCompressionSize(),
                api.apiKeySource(),
                api.endpointConfiguration(),
                api.policy(),
                api.disableExecuteApiEndpoint(),
                id(resources, "/"),
                api.securityPolicy(),
                api.endpointAccessMode());
    }

    private Authorizer of(Authorizer authorizer) {
        return new Authorizer(
                id(authorizers, authorizer.id()),
                authorizer.name(),
                authorizer.type(),
                authorizer.providerARNs(),
                authorizer.authType(),
                authorizer.authorizerUri(),
                authorizer.authorizerCredentials(),
                authorizer.identitySource(),
                authorizer.identityValidationExpression(),
                authorizer.authorizerResultTtlInSeconds());
    }

    private Resource of(Resource resource) {
        String id = id(resources, resource.path());
        Map<String, Method> methods = new LinkedHashMap<>();
        resource.resourceMethods().forEach((verb, method) -> methods.put(verb, of(method, id)));
        String parent = resource.parentId();
        return new Resource(
                id, parent == null ? null : id(resources, parent), resource.pathPart(), resource.path(), methods);
    }

    private Method of(Method method, String resourceId) {
        String authorizer = method.authorizerId();
        String validator = method.requestValidatorId();
        Integration integration = method.methodIntegration();
        return new Method(
                method.httpMethod(),
                method.authorizationType(),
                authorizer == null ? null : id(authorizers, authorizer),
                method.apiKeyRequired(),
                validator == null ? null : id(validators, validator),
                method.operationName(),
                method.requestParameters(),
                method.requestModels(),
                method.methodResponses(),
                integration == null ? null : of(integration, resourceId),
                method.authorizationScopes());
    }

    private static Integration of(Integration integration, String resourceId) {
        return new Integration(
                integration.type(),
                integration.httpMethod(),
                integration.uri(),
                integration.connectionType(),
                integration.connectionId(),
                integration.credentials(),
                integration.requestParameters(),
                integration.requestTemplates(),
                integration.passthroughBehavior(),
                integration.contentHandling(),
                integration.timeoutInMillis(),
                integration.cacheNamespace() == null ? resourceId : integration.cacheNamespace(),
                integration.cacheKeyParameters(),
                integration.integrationResponses(),
                integration.tlsConfig(),
                integration.responseTransferMode(),
                integration.integrationTarget());
    }
}
