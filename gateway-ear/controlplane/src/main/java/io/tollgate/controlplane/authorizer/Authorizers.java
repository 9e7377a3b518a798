package io.tollgate.controlplane.authorizer;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.Authorizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The authorizers of APIs. */
@ApplicationScoped
public class Authorizers implements RestApiPart {
    private final Documents<AuthorizerRow, Authorizer> rows;

    /** Those in this database. */
    @Inject
    public Authorizers(EntityManager entities) {
        this.rows = new Documents<>(entities, AuthorizerRow.class, AuthorizerRow::new, Authorizer.class);
    }

    /** The one with this id. */
    public Optional<Authorizer> find(String apiId, String id) {
        return rows.find(apiId + "/" + id);
    }

    /** All of an API. */
    public List<Authorizer> all(String apiId) {
        return rows.all(apiId);
    }

    /** Adds or replaces one. */
    public void put(String apiId, Authorizer record) {
        rows.put(apiId + "/" + record.id(), apiId, record);
    }

    /** Removes one; does nothing if it is not there. */
    public void delete(String apiId, String id) {
        rows.delete(apiId + "/" + id);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }
}
