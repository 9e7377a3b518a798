package io.tollgate.controlplane.deployment;

import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.model.stage.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deployments of APIs. */
@ApplicationScoped
public class Deployments implements RestApiPart {
    private final Documents<DeploymentRow, Deployment> rows;
    private final ApiDefinitions definitions;
    private final Ids ids;
    private final Clock clock;

    /** Deployments in this database. */
    @Inject
    public Deployments(EntityManager entities, ApiDefinitions definitions, Ids ids, Clock clock) {
        this.rows = new Documents<>(entities, DeploymentRow.class, DeploymentRow::new, Deployment.class);
        this.definitions = definitions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Freezes the API as it is now. */
    public Deployment create(String apiId, @Nullable String description) {
        Deployment deployment =
                new Deployment(ids.six(), description, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        definitions.freeze(apiId, deployment.id());
        rows.insert(apiId + "/" + deployment.id(), apiId, deployment);
        return deployment;
    }

    /** The deployment with this id. */
    public Optional<Deployment> find(String apiId, String id) {
        return rows.find(apiId + "/" + id);
    }

    List<Deployment> all(String apiId) {
        return rows.all(apiId);
    }

    void update(String apiId, Deployment deployment) {
        rows.update(apiId + "/" + deployment.id(), deployment);
    }

    void delete(String apiId, String id) {
        rows.delete(apiId + "/" + id);
        definitions.forget(apiId, id);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }
}
