package io.tollgate.controlplane.restapi;

import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The REST APIs that exist. */
@ApplicationScoped
public class RestApis {
    private final Documents<RestApiRow, RestApi> rows;
    private final Installation installation;

    /** APIs in this database. */
    @Inject
    public RestApis(EntityManager entities, Installation installation) {
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

    /** Adds an API. */
    public void insert(RestApi api) {
        rows.insert(api.id(), "", api);
    }

    /** Replaces an API's settings. */
    public void update(RestApi api) {
        rows.update(api.id(), api);
    }

    void delete(String id) {
        rows.delete(id);
    }
}
