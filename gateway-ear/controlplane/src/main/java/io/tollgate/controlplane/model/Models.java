package io.tollgate.controlplane.model;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.model.restapi.Model;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The models of APIs. */
@ApplicationScoped
public class Models implements RestApiPart {
    private static final String DRAFT_4 =
            "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : ";
    private static final String EMPTY = DRAFT_4 + "\"Empty Schema\",\n  \"type\" : \"object\"\n}";
    private static final String ERROR = DRAFT_4
            + "\"Error Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}";

    private final Documents<ModelRow, Model> rows;
    private final Ids ids;

    /** Those in this database. */
    @Inject
    public Models(EntityManager entities, Ids ids) {
        this.ids = ids;
        this.rows = new Documents<>(entities, ModelRow.class, ModelRow::new, Model.class);
    }

    /** Makes the models that every new API has. */
    public void insertDefaults(String apiId) {
        put(apiId, new Model(ids.six(), "Empty", "This is a default empty schema model", EMPTY, "application/json"));
        put(apiId, new Model(ids.six(), "Error", "This is a default error schema model", ERROR, "application/json"));
    }

    /** The one with this name. */
    public Optional<Model> find(String apiId, String name) {
        return rows.find(apiId + "/" + name);
    }

    /** All of an API. */
    public List<Model> all(String apiId) {
        return rows.all(apiId);
    }

    /** Adds or replaces one. */
    public void put(String apiId, Model record) {
        rows.put(apiId + "/" + record.name(), apiId, record);
    }

    /** Removes one; does nothing if it is not there. */
    public void delete(String apiId, String name) {
        rows.delete(apiId + "/" + name);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }
}
