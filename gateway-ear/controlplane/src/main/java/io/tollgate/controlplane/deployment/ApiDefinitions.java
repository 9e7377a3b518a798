package io.tollgate.controlplane.deployment;

import io.tollgate.controlplane.authorizer.Authorizers;
import io.tollgate.controlplane.gatewayresponse.GatewayResponses;
import io.tollgate.controlplane.model.Models;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.validator.RequestValidators;
import io.tollgate.model.restapi.ApiDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Whole APIs: as they are now, and as deployments froze them. */
@ApplicationScoped
public class ApiDefinitions implements RestApiPart {
    private final RestApis apis;
    private final Resources resources;
    private final Models models;
    private final RequestValidators validators;
    private final Authorizers authorizers;
    private final GatewayResponses gatewayResponses;
    private final Documents<DefinitionRow, ApiDefinition> frozen;

    /** Definitions made of these parts. */
    @Inject
    public ApiDefinitions(
            EntityManager entities,
            RestApis apis,
            Resources resources,
            Models models,
            RequestValidators validators,
            Authorizers authorizers,
            GatewayResponses gatewayResponses) {
        this.apis = apis;
        this.resources = resources;
        this.models = models;
        this.validators = validators;
        this.authorizers = authorizers;
        this.gatewayResponses = gatewayResponses;
        this.frozen = new Documents<>(entities, DefinitionRow.class, DefinitionRow::new, ApiDefinition.class);
    }

    /** The API as it is now, or AWS's refusal. */
    public ApiDefinition load(String apiId) {
        return new ApiDefinition(
                apis.require(apiId),
                resources.all(apiId),
                models.all(apiId),
                validators.all(apiId),
                authorizers.all(apiId),
                gatewayResponses.all(apiId));
    }

    /** What a deployment froze. */
    public Optional<ApiDefinition> frozen(String apiId, String deploymentId) {
        return frozen.find(apiId + "/" + deploymentId);
    }

    void freeze(String apiId, String deploymentId) {
        frozen.insert(apiId + "/" + deploymentId, apiId, load(apiId));
    }

    void forget(String apiId, String deploymentId) {
        frozen.delete(apiId + "/" + deploymentId);
    }

    @Override
    public void deleteAll(String apiId) {
        frozen.deleteAll(apiId);
    }
}
