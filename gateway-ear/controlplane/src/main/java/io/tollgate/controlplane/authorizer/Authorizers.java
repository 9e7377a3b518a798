package io.tollgate.controlplane.authorizer;

import io.tollgate.controlplane.restapi.PartsOfApi;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.Authorizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The authorizers of APIs. */
@ApplicationScoped
public class Authorizers extends PartsOfApi<AuthorizerRow, Authorizer> {
    /** Those in this database. */
    @Inject
    public Authorizers(EntityManager entities) {
        super(new Documents<>(entities, AuthorizerRow.class, AuthorizerRow::new, Authorizer.class), Authorizer::id);
    }
}
