package io.tollgate.controlplane.gatewayresponse;

import io.tollgate.controlplane.restapi.PartsOfApi;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.GatewayResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The customised gateway responses of APIs. */
@ApplicationScoped
public class GatewayResponses extends PartsOfApi<GatewayResponseRow, GatewayResponse> {
    /** Those in this database. */
    @Inject
    public GatewayResponses(EntityManager entities) {
        super(
                new Documents<>(entities, GatewayResponseRow.class, GatewayResponseRow::new, GatewayResponse.class),
                GatewayResponse::responseType);
    }
}
