package io.tollgate.controlplane.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tollgate.controlplane.restapi.RestApiPart;
import io.tollgate.controlplane.wire.Caller;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The history of stages. Runs in the caller's transaction. */
@ApplicationScoped
public class StageHistory implements RestApiPart {
    private static final String OF_STAGE = " from stage_history where api_id = :api and stage_name = :stage";

    private final EntityManager entities;
    private final Clock clock;

    /** The history in this database. */
    @Inject
    public StageHistory(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /** What is kept of an entry beside its columns. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stored(
            StageEvent event,
            @Nullable CanarySettings canarySettings,
            String by,
            String requestId,
            @Nullable String reason) {}

    /**
     * Keeps what a change of a stage means for its deployments, if anything.
     *
     * @param before the stage as it was, null if it is new
     * @param reason why the gateway itself changed it, or null
     */
    public void changed(String apiId, @Nullable Stage before, Stage after, Caller by, @Nullable String reason) {
        StageEvent event = before == null
                ? StageEvent.CREATED
                : StageEvent.of(before, after, wasLive(apiId, after.stageName(), after.deploymentId()));
        if (event != null) {
            StageEvent told = reason == null ? event : StageEvent.CANARY_ROLLED_BACK;
            Stored stored = new Stored(told, after.canarySettings(), by.accessKeyId(), by.requestId(), reason);
            insert(apiId, after.stageName(), after.deploymentId(), stored);
        }
    }

    /** Keeps that a stage was deleted. */
    public void deleted(String apiId, String stageName, Caller by) {
        insert(apiId, stageName, null, new Stored(StageEvent.DELETED, null, by.accessKeyId(), by.requestId(), null));
    }

    private Query sql(String text, String apiId, String stageName) {
        return entities.createNativeQuery(text).setParameter("api", apiId).setParameter("stage", stageName);
    }

    private boolean wasLive(String apiId, String stageName, String deploymentId) {
        Object count = sql("select count(*)" + OF_STAGE + " and deployment_id = :deployment", apiId, stageName)
                .setParameter("deployment", deploymentId)
                .getSingleResult();
        return ((Number) count).longValue() > 0;
    }

    private void insert(String apiId, String stageName, @Nullable String deploymentId, Stored stored) {
        String columns = "insert into stage_history (api_id, stage_name, happened_at, document";
        String values = ") values (:api, :stage, :at, :document";
        Query insert = deploymentId == null
                ? sql(columns + values + ")", apiId, stageName)
                : sql(columns + ", deployment_id" + values + ", :deployment)", apiId, stageName)
                        .setParameter("deployment", deploymentId);
        insert.setParameter("at", clock.millis())
                .setParameter("document", Json.write(stored))
                .executeUpdate();
    }

    /**
     * A page of a stage's history, newest first.
     *
     * @param position what the page before gave, or null for the first page
     * @param limit how many entries it may have
     * @param descriptions the description of a deployment by its id, null if it has none
     */
    public Page<HistoryEntry> page(
            String apiId,
            String stageName,
            @Nullable String position,
            int limit,
            Function<String, @Nullable String> descriptions) {
        // The last entry of the page before is read again: its beginning is the end of the first one here.
        long first = position == null ? Long.MAX_VALUE : id(position);
        int shown = position == null ? 0 : 1;
        List<?> rows = sql(
                        "select id, happened_at, deployment_id, cast(document as varchar)" + OF_STAGE
                                + " and id <= :first order by id desc",
                        apiId,
                        stageName)
                .setParameter("first", first)
                .setMaxResults(limit + shown + 1)
                .getResultList();
        List<HistoryEntry> entries = new ArrayList<>();
        String to = null;
        String last = null;
        for (int i = 0; i < Math.min(rows.size(), limit + shown); i++) {
            Object[] row = (Object[]) rows.get(i);
            String from = Instant.ofEpochMilli(((Number) row[1]).longValue()).toString();
            if (i >= shown) {
                String deploymentId = row[2] == null ? null : row[2].toString();
                entries.add(entry(row[3].toString(), deploymentId, from, to, descriptions));
                last = row[0].toString();
            }
            to = from;
        }
        return new Page<>(rows.size() > limit + shown ? last : null, entries);
    }

    private static long id(String position) {
        if (!position.matches("\\d{1,18}")) {
            throw new BadRequestException("Invalid position parameter specified");
        }
        return Long.parseLong(position);
    }

    private static HistoryEntry entry(
            String document,
            @Nullable String deploymentId,
            String from,
            @Nullable String to,
            Function<String, @Nullable String> descriptions) {
        Stored stored = Json.read(document, Stored.class);
        return new HistoryEntry(
                stored.event(),
                deploymentId,
                deploymentId == null ? null : descriptions.apply(deploymentId),
                stored.canarySettings(),
                from,
                to,
                stored.by(),
                stored.requestId(),
                stored.reason());
    }

    @Override
    public void deleteAll(String apiId) {
        entities.createNativeQuery("delete from stage_history where api_id = :api")
                .setParameter("api", apiId)
                .executeUpdate();
    }
}
