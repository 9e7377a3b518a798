package io.tollgate.controlplane.restapi;

import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The REST APIs that exist. */
@ApplicationScoped
public class RestApis {
    private final Documents<RestApiRow, RestApi> rows;
    private final Installation installation;
    private final ServiceQuotas quotas;

    /** APIs in this database. */
    @Inject
    public RestApis(EntityManager entities, Installation installation, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.rows = new Documents<>(entities, RestApiRow.class, RestApiRow::new, RestApi.class);
        this.installation = installation;
    }

    /** The API with this id. */
    public Optional<RestApi> find(String id) {
        return rows.find(id);
    }

    /** The API with this id, or AWS's refusal. */
    public RestApi require(String id) {
        return find(id).orElseThrow(() ->
                new NotFoundException("Invalid API identifier specified " + installation.accountId() + ":" + id));
    }

    /** All APIs, sorted by id. */
    public List<RestApi> all() {
        return rows.all("");
    }

    /** Adds an API, if there is room for one more of its endpoint type. */
    public void insert(RestApi api) {
        checkRoom(type(api));
        checkPolicy(api);
        rows.insert(api.id(), "", api);
    }

    private void checkRoom(String type) {
        ServiceQuota quota = switch (type) {
            case "EDGE" -> ServiceQuota.EDGE_APIS;
            case "PRIVATE" -> ServiceQuota.PRIVATE_APIS;
            default -> ServiceQuota.REGIONAL_APIS;
        };
        quotas.checkRoom(
                quota, all().stream().filter(other -> type(other).equals(type)).count());
    }

    private static String type(RestApi api) {
        List<String> types = api.endpointConfiguration().types();
        return types.isEmpty() ? "EDGE" : types.getFirst();
    }

    private void checkPolicy(RestApi api) {
        quotas.checkLength(ServiceQuota.RESOURCE_POLICY_LENGTH, api.policy());
    }

    /** Replaces an API's settings, if there is room for one more of an endpoint type that is new to it. */
    public void update(RestApi api) {
        RestApi old = require(api.id());
        if (!type(old).equals(type(api))) {
            checkRoom(type(api));
        }
        if (!Objects.equals(old.policy(), api.policy())) {
            checkPolicy(api);
        }
        rows.update(api.id(), api);
    }

    void delete(String id) {
        rows.delete(id);
    }
}
