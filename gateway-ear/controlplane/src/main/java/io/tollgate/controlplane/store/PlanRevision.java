package io.tollgate.controlplane.store;

import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** A number that grows with every change of keys and plans: nodes compare it to see that there was one. */
@ApplicationScoped
public class PlanRevision {
    private final EntityManager entities;
    private final Changes changes;

    /** The number in this database. */
    @Inject
    public PlanRevision(EntityManager entities, Changes changes) {
        this.entities = entities;
        this.changes = changes;
    }

    /** The number now. */
    public long current() {
        Object number = entities.createNativeQuery("select revision from plan_revision where id = 1")
                .getSingleResult();
        return ((Number) number).longValue();
    }

    /** Notes a change of a key or a plan in the running transaction of a management call. */
    public void advance(Change change) {
        advance();
        changes.note(change);
    }

    /** Makes nodes look again at their next poll; for what no management call has changed. */
    public void advance() {
        entities.createNativeQuery("update plan_revision set revision = revision + 1 where id = 1")
                .executeUpdate();
    }
}
