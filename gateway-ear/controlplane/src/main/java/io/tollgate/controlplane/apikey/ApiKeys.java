package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.credential.SecretBox;
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
    private final Documents<ApiKeyValueRow, SealedValue> values;
    private final SecretBox box;
    private final PlanRevision revision;

    /** A value as it is stored. */
    record SealedValue(String sealed) {}

    /** Keys in this database. */
    @Inject
    public ApiKeys(EntityManager entities, SecretBox box, PlanRevision revision) {
        this.entities = entities;
        this.rows = new Documents<>(entities, ApiKeyRow.class, ApiKeyRow::new, ApiKey.class);
        this.values = new Documents<>(entities, ApiKeyValueRow.class, ApiKeyValueRow::new, SealedValue.class);
        this.box = box;
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
        return box.open(values.all(id).getFirst().sealed(), id);
    }

    /** The keyed hash of a key's value, empty if there is no such key. */
    public Optional<String> hash(String id) {
        return entities.createQuery("select r from ApiKeyValueRow r where r.parent = :id", ApiKeyValueRow.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(ApiKeyValueRow::id);
    }

    /** The id of the key with this value. */
    Optional<String> idOf(String value) {
        ApiKeyValueRow row = entities.find(ApiKeyValueRow.class, box.hash().of(value));
        return Optional.ofNullable(row).map(ApiKeyValueRow::parent);
    }

    void insert(ApiKey key, String value) {
        rows.insert(key.id(), "", key);
        values.insert(box.hash().of(value), key.id(), new SealedValue(box.seal(value, key.id())));
        revision.advance(new Change.OfKey(key.id()));
    }

    void update(ApiKey key) {
        rows.update(key.id(), key);
        revision.advance(new Change.OfKey(key.id()));
    }

    void delete(String id) {
        rows.delete(id);
        values.deleteAll(id);
        revision.advance(new Change.OfKey(id));
    }
}
