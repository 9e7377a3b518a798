package io.tollgate.controlplane.stage;

import io.tollgate.controlplane.certificate.CertificateUse;
import io.tollgate.controlplane.history.StageHistory;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Caller;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stages of APIs. Whoever changes one makes nodes look again. */
@ApplicationScoped
public class Stages implements RestApiPart, CertificateUse {

    private final EntityManager entities;
    private final Documents<StageRow, Stage> rows;
    private final Tags tags;
    private final StageHistory history;
    private final Changes changes;
    private final Clock clock;
    private final ServiceQuotas quotas;

    /** Stages in this database. */
    @Inject
    public Stages(
            EntityManager entities,
            Tags tags,
            StageHistory history,
            Changes changes,
            Clock clock,
            ServiceQuotas quotas) {
        this.history = history;
        this.tags = tags;
        this.quotas = quotas;
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

    /**
     * Every stage's API, name and version, for nodes that compare what they serve. A flush of its cache makes a new version
     * too.
     */
    public List<StageVersion> versions() {
        Map<String, Long> generations = generations();
        return entities.createQuery("select r from StageRow r", StageRow.class)
                .getResultStream()
                .map(row -> {
                    long generation = generations.getOrDefault(row.id(), 0L);
                    String name = row.id().substring(row.parent().length() + 1);
                    return new StageVersion(row.parent(), name, row.version() + generation, generation);
                })
                .toList();
    }

    /** The version of one stage, empty if it does not exist. */
    public Optional<StageVersion> version(String apiId, String name) {
        String key = apiId + "/" + name;
        return Optional.ofNullable(entities.find(StageRow.class, key)).map(row -> {
            long generation = generations().getOrDefault(key, 0L);
            return new StageVersion(apiId, name, row.version() + generation, generation);
        });
    }

    private Map<String, Long> generations() {
        Map<String, Long> generations = new HashMap<>();
        for (Object row : entities.createNativeQuery("select api_id, stage_name, generation from stage_cache")
                .getResultList()) {
            Object[] columns = (Object[]) row;
            generations.put(columns[0] + "/" + columns[1], ((Number) columns[2]).longValue());
        }
        return generations;
    }

    /** Makes all nodes forget the answers that they have cached for a stage. */
    void flushCache(String apiId, String name) {
        int updated = entities.createNativeQuery("update stage_cache set generation = generation + 1"
                        + " where api_id = :api and stage_name = :stage")
                .setParameter("api", apiId)
                .setParameter("stage", name)
                .executeUpdate();
        if (updated == 0) {
            entities.createNativeQuery(
                            "insert into stage_cache (api_id, stage_name, generation) values (:api, :stage, 1)")
                    .setParameter("api", apiId)
                    .setParameter("stage", name)
                    .executeUpdate();
        }
        changes.note(new Change.OfApi(apiId));
    }

    private void forgetCache(String apiId, String names) {
        entities.createNativeQuery("delete from stage_cache where api_id = :api and stage_name like :names")
                .setParameter("api", apiId)
                .setParameter("names", names)
                .executeUpdate();
    }

    /** Adds or replaces a stage on behalf of a caller. */
    public void put(String apiId, Stage stage, Caller by) {
        put(apiId, stage, by, null);
    }

    /** Gives a stage another canary; the gateway itself does so for this reason. */
    public void putCanary(String apiId, Stage stage, CanarySettings canary, Caller by, String reason) {
        put(apiId, new StageInput(now()).withCanary(stage, canary), by, reason);
    }

    private void put(String apiId, Stage stage, Caller by, @Nullable String reason) {
        history.changed(apiId, find(apiId, stage.stageName()).orElse(null), stage, by, reason);
        rows.put(apiId + "/" + stage.stageName(), apiId, stage);
        changes.note(new Change.OfApi(apiId));
    }

    /** The tags of a stage. */
    public Map<String, String> tags(String apiId, String name) {
        return tags.of(StageOperations.path(apiId, name));
    }

    /** Makes nodes read a stage again whose tags have changed. */
    void tagged(String apiId, String name) {
        rows.touch(apiId + "/" + name);
        changes.note(new Change.OfApi(apiId));
    }

    void delete(String apiId, String name, Caller by) {
        history.deleted(apiId, name, by);
        rows.delete(apiId + "/" + name);
        forgetCache(apiId, name);
        changes.note(new Change.OfApi(apiId));
    }

    /** Refuses one more stage than an API may have. */
    public void checkRoom(String apiId) {
        quotas.checkRoom(ServiceQuota.STAGES, all(apiId).size());
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
        forgetCache(apiId, "%");
        changes.note(new Change.OfApi(apiId));
    }
}
