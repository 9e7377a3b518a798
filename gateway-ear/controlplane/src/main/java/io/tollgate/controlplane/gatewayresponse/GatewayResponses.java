package io.tollgate.controlplane.gatewayresponse;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.model.restapi.GatewayResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The customised gateway responses of APIs. */
@ApplicationScoped
public class GatewayResponses implements RestApiPart {
    private final Documents<GatewayResponseRow, GatewayResponse> rows;

    /** Those in this database. */
    @Inject
    public GatewayResponses(EntityManager entities) {
        this.rows = new Documents<>(entities, GatewayResponseRow.class, GatewayResponseRow::new, GatewayResponse.class);
    }

    /** The one with this responseType. */
    public Optional<GatewayResponse> find(String apiId, String responseType) {
        return rows.find(apiId + "/" + responseType);
    }

    /** All of an API. */
    public List<GatewayResponse> all(String apiId) {
        return rows.all(apiId);
    }

    /** Adds or replaces one. */
    public void put(String apiId, GatewayResponse record) {
        rows.put(apiId + "/" + record.responseType(), apiId, record);
    }

    /** Removes one; does nothing if it is not there. */
    public void delete(String apiId, String responseType) {
        rows.delete(apiId + "/" + responseType);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }
}
