package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.PlanRevision;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.plan.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/** The API keys. Whoever changes one makes nodes look again. */
@ApplicationScoped
public class ApiKeys {
    private final EntityManager entities;
    private final Documents<ApiKeyRow, ApiKey> rows;
    private final ApiKeyValues values;
    private final PlanRevision revision;

    /** Keys in this database. */
    @Inject
    public ApiKeys(EntityManager entities, ApiKeyValues values, PlanRevision revision) {
        this.entities = entities;
        this.rows = new Documents<>(entities, ApiKeyRow.class, ApiKeyRow::new, ApiKey.class);
        this.values = values;
        this.revision = revision;
    }

    /** The key with this id. */
    public Optional<ApiKey> find(String id) {
        return rows.find(id);
    }

    /** The key with this id, or AWS's refusal. */
    public ApiKey require(String id) {
        return find(id).orElseThrow(() -> new NotFoundException("Invalid API Key identifier specified"));
    }

    /** All keys, sorted by id. */
    public List<ApiKey> all() {
        return rows.all("");
    }

    /** How many there are. */
    long count() {
        return entities.createQuery("select count(r) from ApiKeyRow r", Long.class)
                .getSingleResult();
    }

    /** The value of a key in clear. */
    public String value(String id) {
        return values.open(id);
    }

    /** The id of the key with this value. */
    Optional<String> idOf(String value) {
        return values.keyOf(value);
    }

    void insert(ApiKey key, String value) {
        rows.insert(key.id(), "", key);
        values.insert(key.id(), value);
        changed(key.id());
    }

    void update(ApiKey key) {
        rows.update(key.id(), key);
        changed(key.id());
    }

    /** Gives a key another value; the values that it has work until this time in epoch milliseconds at the latest. */
    void rotate(ApiKey key, String value, long retiresAt) {
        values.retire(key.id(), retiresAt);
        values.insert(key.id(), value);
        update(key);
    }

    /** Makes nodes look at a key again. */
    void changed(String id) {
        revision.advance(new Change.OfKey(id));
    }

    /** Forgets replaced values that have retired by this time in epoch milliseconds. */
    public void removeRetiredValues(long millis) {
        if (values.removeRetired(millis) > 0) {
            revision.advance();
        }
    }

    void delete(String id) {
        rows.delete(id);
        values.deleteAll(id);
        changed(id);
    }
}
