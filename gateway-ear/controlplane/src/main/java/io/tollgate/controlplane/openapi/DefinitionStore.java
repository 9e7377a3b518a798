package io.tollgate.controlplane.openapi;

import io.tollgate.controlplane.authorizer.Authorizers;
import io.tollgate.controlplane.gatewayresponse.GatewayResponses;
import io.tollgate.controlplane.method.Methods;
import io.tollgate.controlplane.model.Models;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.resource.StoredResource;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.validator.RequestValidators;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes whole APIs: a new one, or one in place of another, of which only what differs is written. */
@ApplicationScoped
public class DefinitionStore {

    private final RestApis apis;
    private final Resources resources;
    private final Methods methods;
    private final Models models;
    private final RequestValidators validators;
    private final Authorizers authorizers;
    private final GatewayResponses gatewayResponses;
    private final ServiceQuotas quotas;

    /** Writes to these. */
    @Inject
    public DefinitionStore(
            RestApis apis,
            Resources resources,
            Methods methods,
            Models models,
            RequestValidators validators,
            Authorizers authorizers,
            GatewayResponses gatewayResponses,
            ServiceQuotas quotas) {
        this.quotas = quotas;
        this.apis = apis;
        this.resources = resources;
        this.methods = methods;
        this.models = models;
        this.validators = validators;
        this.authorizers = authorizers;
        this.gatewayResponses = gatewayResponses;
    }

    /** Adds an API. */
    public void insert(ApiDefinition definition) {
        apis.insert(definition.restApi());
        write(
                new ApiDefinition(definition.restApi(), List.of(), List.of(), List.of(), List.of(), List.of()),
                definition);
    }

    /** Puts an API in place of another with the same id. */
    void update(ApiDefinition old, ApiDefinition definition) {
        apis.update(definition.restApi());
        write(old, definition);
    }

    private void write(ApiDefinition old, ApiDefinition definition) {
        checkRoom(definition);
        String apiId = definition.restApi().id();
        resources(apiId, old.resources(), definition.resources());
        differences(
                old.models(),
                definition.models(),
                Model::name,
                one -> models.put(apiId, one),
                name -> models.delete(apiId, name));
        differences(
                old.requestValidators(),
                definition.requestValidators(),
                RequestValidator::id,
                one -> validators.put(apiId, one),
                id -> validators.delete(apiId, id));
        differences(
                old.authorizers(),
                definition.authorizers(),
                Authorizer::id,
                one -> authorizers.put(apiId, one),
                id -> authorizers.delete(apiId, id));
        differences(
                old.gatewayResponses(),
                definition.gatewayResponses(),
                GatewayResponse::responseType,
                one -> gatewayResponses.put(apiId, one),
                type -> gatewayResponses.delete(apiId, type));
    }

    private void checkRoom(ApiDefinition definition) {
        quotas.checkCount(ServiceQuota.RESOURCES, definition.resources().size() - 1L);
        quotas.checkCount(
                ServiceQuota.REQUEST_VALIDATORS, definition.requestValidators().size());
        quotas.checkCount(ServiceQuota.AUTHORIZERS, definition.authorizers().size());
    }

    private void resources(String apiId, List<Resource> old, List<Resource> now) {
        differences(
                old.stream().map(DefinitionStore::stored).toList(),
                now.stream().map(DefinitionStore::stored).toList(),
                StoredResource::id,
                one -> resources.put(apiId, one),
                id -> resources.delete(apiId, id));
        Map<String, Resource> before = old.stream().collect(Collectors.toMap(Resource::id, Function.identity()));
        for (Resource resource : now) {
            Resource was = before.get(resource.id());
            differences(
                    was == null ? List.of() : List.copyOf(was.resourceMethods().values()),
                    List.copyOf(resource.resourceMethods().values()),
                    Method::httpMethod,
                    one -> methods.put(apiId, resource.id(), one),
                    verb -> methods.delete(apiId, resource.id(), verb));
        }
    }

    private static StoredResource stored(Resource resource) {
        return new StoredResource(resource.id(), resource.parentId(), resource.pathPart());
    }

    private static <T> void differences(
            List<T> old, List<T> now, Function<T, String> key, Consumer<T> put, Consumer<String> delete) {
        Set<String> kept = now.stream().map(key).collect(Collectors.toSet());
        old.stream().map(key).filter(one -> !kept.contains(one)).forEach(delete);
        Set<T> unchanged = Set.copyOf(old);
        now.stream().filter(one -> !unchanged.contains(one)).forEach(put);
    }
}
