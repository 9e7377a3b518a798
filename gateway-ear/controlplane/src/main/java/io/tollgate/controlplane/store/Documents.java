package io.tollgate.controlplane.store;

import io.tollgate.controlplane.wire.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The records of one noun. A change is written when the transaction commits; a change that somebody else made meanwhile
 * fails it then.
 *
 * @param <R> the row class
 * @param <T> the noun's record
 */
public final class Documents<R extends DocumentRow, T> {
    private final EntityManager entities;
    private final Class<R> rows;
    private final Supplier<R> newRow;
    private final Class<T> type;

    /** The records of a table. */
    public Documents(EntityManager entities, Class<R> rows, Supplier<R> newRow, Class<T> type) {
        this.entities = entities;
        this.rows = rows;
        this.newRow = newRow;
        this.type = type;
    }

    /** The record of a key. */
    public Optional<T> find(String key) {
        return Optional.ofNullable(entities.find(rows, key)).map(this::read);
    }

    /** Whether the key is taken. */
    public boolean exists(String key) {
        return entities.find(rows, key) != null;
    }

    /** All records of a parent, sorted by key as Java sorts: a database's collation may put it otherwise. */
    public List<T> all(String parent) {
        return entities.createQuery("select r from " + rows.getSimpleName() + " r where r.parent = :parent", rows)
                .setParameter("parent", parent)
                .getResultStream()
                .sorted(Comparator.comparing(DocumentRow::id))
                .map(this::read)
                .toList();
    }

    /** The records whose keys begin like this, by key. */
    public Map<String, T> below(String prefix) {
        String pattern = prefix.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        Map<String, T> found = new HashMap<>();
        entities.createQuery("select r from " + rows.getSimpleName() + " r where r.id like :pattern escape '!'", rows)
                .setParameter("pattern", pattern)
                .getResultStream()
                .forEach(row -> found.put(row.id(), read(row)));
        return found;
    }

    /** Adds a record. */
    public void insert(String key, String parent, T record) {
        R row = newRow.get();
        row.fill(key, parent, Json.write(record));
        entities.persist(row);
    }

    /** Replaces a record that exists. */
    public void update(String key, T record) {
        R row = entities.find(rows, key);
        if (row == null) {
            throw new IllegalStateException("no " + type.getSimpleName() + " " + key);
        }
        row.document(Json.write(record));
    }

    /** Makes a new version of a record that stays as it is: something that belongs to it has changed. */
    public void touch(String key) {
        R row = entities.find(rows, key);
        if (row != null) {
            entities.lock(row, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        }
    }

    /** Adds a record, or replaces the one that is there. */
    public void put(String key, String parent, T record) {
        if (exists(key)) {
            update(key, record);
        } else {
            insert(key, parent, record);
        }
    }

    /** Removes a record; does nothing if there is none. */
    public void delete(String key) {
        R row = entities.find(rows, key);
        if (row != null) {
            entities.remove(row);
        }
    }

    /** Removes all records of a parent. */
    public void deleteAll(String parent) {
        entities.createQuery("delete from " + rows.getSimpleName() + " r where r.parent = :parent")
                .setParameter("parent", parent)
                .executeUpdate();
    }

    private T read(R row) {
        return Json.read(row.document(), type);
    }
}
