package io.tollgate.controlplane.model;

import io.tollgate.controlplane.restapi.PartsOfApi;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.model.restapi.Model;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** The models of APIs. */
@ApplicationScoped
public class Models extends PartsOfApi<ModelRow, Model> {
    private static final String DRAFT_4 =
            "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : ";
    private static final String EMPTY = DRAFT_4 + "\"Empty Schema\",\n  \"type\" : \"object\"\n}";
    private static final String ERROR = DRAFT_4
            + "\"Error Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}";

    private final Ids ids;

    /** Those in this database. */
    @Inject
    public Models(EntityManager entities, Ids ids) {
        super(new Documents<>(entities, ModelRow.class, ModelRow::new, Model.class), Model::name);
        this.ids = ids;
    }

    /** Makes the models that every new API has. */
    public void insertDefaults(String apiId) {
        put(apiId, new Model(ids.six(), "Empty", "This is a default empty schema model", EMPTY, "application/json"));
        put(apiId, new Model(ids.six(), "Error", "This is a default error schema model", ERROR, "application/json"));
    }
}
