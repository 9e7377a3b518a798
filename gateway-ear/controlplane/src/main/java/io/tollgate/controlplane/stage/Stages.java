package io.tollgate.controlplane.stage;

import io.tollgate.controlplane.certificate.CertificateUse;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.model.error.ApiException.LimitExceededException;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The stages of APIs. Whoever changes one makes nodes look again. */
@ApplicationScoped
public class Stages implements RestApiPart, CertificateUse {
    private static final int MOST = 10;

    private final EntityManager entities;
    private final Documents<StageRow, Stage> rows;
    private final Changes changes;
    private final Clock clock;

    /** Stages in this database. */
    @Inject
    public Stages(EntityManager entities, Changes changes, Clock clock) {
        this.entities = entities;
        this.rows = new Documents<>(entities, StageRow.class, StageRow::new, Stage.class);
        this.changes = changes;
        this.clock = clock;
    }

    /** The time that changes carry. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The stage with this name. */
    public Optional<Stage> find(String apiId, String name) {
        return rows.find(apiId + "/" + name);
    }

    /** All stages of an API. */
    public List<Stage> all(String apiId) {
        return rows.all(apiId);
    }

    /** Every stage's API, name and version, for nodes that compare what they serve. */
    public List<StageVersion> versions() {
        return entities.createQuery("select r from StageRow r", StageRow.class)
                .getResultStream()
                .map(row -> new StageVersion(
                        row.parent(), row.id().substring(row.parent().length() + 1), row.version()))
                .toList();
    }

    /** Adds or replaces a stage. */
    public void put(String apiId, Stage stage) {
        rows.put(apiId + "/" + stage.stageName(), apiId, stage);
        changes.note(new Change.OfApi(apiId));
    }

    void delete(String apiId, String name) {
        rows.delete(apiId + "/" + name);
        changes.note(new Change.OfApi(apiId));
    }

    /** Refuses one more stage than an API may have. */
    public void checkRoom(String apiId) {
        if (all(apiId).size() >= MOST) {
            throw new LimitExceededException("Maximum number of stages for this API has been reached: " + MOST);
        }
    }

    @Override
    public Optional<String> userOf(String clientCertificateId) {
        return versions().stream()
                .filter(version -> find(version.apiId(), version.name())
                        .filter(stage -> clientCertificateId.equals(stage.clientCertificateId()))
                        .isPresent())
                .map(version -> "stage '" + version.name() + "' of API '" + version.apiId() + "'")
                .findFirst();
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
        changes.note(new Change.OfApi(apiId));
    }
}
