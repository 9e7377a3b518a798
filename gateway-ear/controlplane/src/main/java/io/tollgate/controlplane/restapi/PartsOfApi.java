package io.tollgate.controlplane.restapi;

import io.tollgate.controlplane.store.DocumentRow;
import io.tollgate.controlplane.store.Documents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of one noun below APIs, each by its name within its API.
 *
 * @param <R> the row class
 * @param <T> the noun's record
 */
public abstract class PartsOfApi<R extends DocumentRow, T> implements RestApiPart {
    private final Documents<R, T> rows;
    private final Function<T, String> name;

    /** The records in these rows; the function gives a record's name. */
    protected PartsOfApi(Documents<R, T> rows, Function<T, String> name) {
        this.rows = rows;
        this.name = name;
    }

    /** The one with this name. */
    public Optional<T> find(String apiId, String wanted) {
        return rows.find(apiId + "/" + wanted);
    }

    /** All of an API. */
    public List<T> all(String apiId) {
        return rows.all(apiId);
    }

    /** Adds or replaces one. */
    public void put(String apiId, T record) {
        rows.put(apiId + "/" + name.apply(record), apiId, record);
    }

    /** Removes one; does nothing if it is not there. */
    public void delete(String apiId, String gone) {
        rows.delete(apiId + "/" + gone);
    }

    @Override
    public void deleteAll(String apiId) {
        rows.deleteAll(apiId);
    }
}
