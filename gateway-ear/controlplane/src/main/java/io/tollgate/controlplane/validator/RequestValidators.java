package io.tollgate.controlplane.validator;

import io.tollgate.controlplane.restapi.PartsOfApi;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.RequestValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The request validators of APIs. */
@ApplicationScoped
public class RequestValidators extends PartsOfApi<RequestValidatorRow, RequestValidator> {
    /** Those in this database. */
    @Inject
    public RequestValidators(EntityManager entities) {
        super(
                new Documents<>(entities, RequestValidatorRow.class, RequestValidatorRow::new, RequestValidator.class),
                RequestValidator::id);
    }
}
