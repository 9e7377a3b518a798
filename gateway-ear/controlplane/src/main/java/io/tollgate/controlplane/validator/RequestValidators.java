package io.tollgate.controlplane.validator;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.RequestValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The request validators of APIs. */
@ApplicationScoped
public class RequestValidators implements RestApiPart {
    private final Documents<RequestValidatorRow, RequestValidator> rows;

    /** Those in this database. */
    @Inject
    public RequestValidators(EntityManager entities) {
        this.rows =
                new Documents<>(entities, RequestValidatorRow.class, RequestValidatorRow::new, RequestValidator.class);
    }

    /** The one with this id. */
    public Optional<RequestValidator> find(String apiId, String id) {
        return rows.find(apiId + "/" + id);
    }

    /** All of an API. */
    public List<RequestValidator> all(String apiId) {
        return rows.all(apiId);
    }

    /** Adds or replaces one. */
    public void put(String apiId, RequestValidator record) {
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
