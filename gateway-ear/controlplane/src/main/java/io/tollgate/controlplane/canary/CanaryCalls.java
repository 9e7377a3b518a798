package io.tollgate.controlplane.canary;

import io.tollgate.controlplane.stage.StageVersion;
import io.tollgate.model.stage.CallTally;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;

/**
 * The calls of the last while that all nodes have counted, by stage, version of its settings, and side. A node writes to
 * rows of its own only. Runs in the caller's transaction.
 */
@ApplicationScoped
public class CanaryCalls {
    private static final long SLOT_SECONDS = 5;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String OF_SIDE =
            " where api_id = :api and stage_name = :stage and stage_version = :version" + " and canary = :canary";

    private final EntityManager entities;

    /** The counts in this database. */
    @Inject
    public CanaryCalls(EntityManager entities) {
        this.entities = entities;
    }

    private static long slot(Instant time) {
        return time.getEpochSecond() / SLOT_SECONDS;
    }

    private Query sql(String text, StageVersion stage, boolean canary) {
        return entities.createNativeQuery(text)
                .setParameter("api", stage.apiId())
                .setParameter("stage", stage.name())
                .setParameter("version", stage.version())
                .setParameter("canary", canary ? 1 : 0);
    }

    /** Adds what a node has counted of one side. */
    public void add(StageVersion stage, boolean canary, String nodeId, Instant now, CallTally counted) {
        String update = "update canary_calls set calls = calls + :calls, errors = errors + :errors,"
                + " measured = measured + :measured, micros = micros + :micros" + OF_SIDE
                + " and node_id = :node and slot = :slot";
        String insert = "insert into canary_calls (api_id, stage_name, stage_version, canary, node_id, slot, calls,"
                + " errors, measured, micros) values (:api, :stage, :version, :canary, :node, :slot, :calls, :errors,"
                + " :measured, :micros)";
        if (write(sql(update, stage, canary), nodeId, now, counted) == 0) {
            write(sql(insert, stage, canary), nodeId, now, counted);
        }
    }

    private static int write(Query query, String nodeId, Instant now, CallTally counted) {
        return query.setParameter("node", nodeId)
                .setParameter("slot", slot(now))
                .setParameter("calls", counted.calls())
                .setParameter("errors", counted.errors())
                .setParameter("measured", counted.measured())
                .setParameter("micros", counted.micros())
                .executeUpdate();
    }

    /** What all nodes have counted of one side since a moment. */
    public CallTally since(StageVersion stage, boolean canary, Instant since) {
        Object[] row = (Object[]) sql(
                        "select coalesce(sum(calls), 0), coalesce(sum(errors), 0), coalesce(sum(measured), 0),"
                                + " coalesce(sum(micros), 0) from canary_calls" + OF_SIDE + " and slot >= :slot",
                        stage,
                        canary)
                .setParameter("slot", slot(since))
                .getSingleResult();
        return new CallTally(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /** Forgets what no window reaches any more. */
    public void forgetOld(Instant now) {
        entities.createNativeQuery("delete from canary_calls where slot < :slot")
                .setParameter("slot", slot(now.minus(LONGEST)) - 1)
                .executeUpdate();
    }
}
