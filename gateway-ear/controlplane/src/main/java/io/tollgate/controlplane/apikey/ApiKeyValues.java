package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of API keys: sealed, and found by their keyed hash. A key has one value of its own; those that a rotation has
 * replaced work until they retire. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ApiKeyValues {
    private final EntityManager entities;
    private final Documents<ApiKeyValueRow, SealedValue> rows;
    private final SecretBox box;

    /** A value as it is stored. */
    record SealedValue(String sealed) {}

    /**
     * A value as nodes know it.
     *
     * @param keyId the key's id
     * @param hash the keyed hash
     * @param retiresAt from when on it does not work any more, in epoch milliseconds; null for the key's own
     */
    public record Known(String keyId, String hash, @Nullable Long retiresAt) {}

    /** Values in this database. */
    @Inject
    public ApiKeyValues(EntityManager entities, SecretBox box) {
        this.entities = entities;
        this.rows = new Documents<>(entities, ApiKeyValueRow.class, ApiKeyValueRow::new, SealedValue.class);
        this.box = box;
    }

    private List<ApiKeyValueRow> rowsOf(String keyId) {
        return entities.createQuery("select r from ApiKeyValueRow r where r.parent = :key", ApiKeyValueRow.class)
                .setParameter("key", keyId)
                .getResultList();
    }

    /** The values of a key. */
    public List<Known> of(String keyId) {
        return rowsOf(keyId).stream().map(ApiKeyValues::known).toList();
    }

    /** The values of all keys. */
    public List<Known> all() {
        return entities.createQuery("select r from ApiKeyValueRow r", ApiKeyValueRow.class)
                .getResultStream()
                .map(ApiKeyValues::known)
                .toList();
    }

    private static Known known(ApiKeyValueRow row) {
        return new Known(row.parent(), row.id(), row.retiresAt());
    }

    /** The key's own value in clear. */
    String open(String keyId) {
        String hash = of(keyId).stream()
                .filter(value -> value.retiresAt() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("API key " + keyId + " has no value"))
                .hash();
        return box.open(rows.find(hash).orElseThrow().sealed(), keyId);
    }

    /** The id of the key that has this value or had it and has not given it up yet. */
    Optional<String> keyOf(String value) {
        ApiKeyValueRow row = entities.find(ApiKeyValueRow.class, box.hash().of(value));
        return Optional.ofNullable(row).map(ApiKeyValueRow::parent);
    }

    void insert(String keyId, String value) {
        rows.insert(box.hash().of(value), keyId, new SealedValue(box.seal(value, keyId)));
    }

    /** Ends all values of a key at this time; those that end earlier do so as before. */
    void retire(String keyId, long millis) {
        for (ApiKeyValueRow row : rowsOf(keyId)) {
            Long known = row.retiresAt();
            if (known == null || known > millis) {
                row.retireAt(millis);
            }
        }
    }

    /** Removes what has retired by this time; tells how many there were. */
    int removeRetired(long millis) {
        return entities.createQuery("delete from ApiKeyValueRow r where r.retiresAt <= :now")
                .setParameter("now", millis)
                .executeUpdate();
    }

    void deleteAll(String keyId) {
        rows.deleteAll(keyId);
    }
}
