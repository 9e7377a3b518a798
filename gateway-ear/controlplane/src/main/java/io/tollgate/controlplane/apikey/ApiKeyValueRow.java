package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The sealed value of an API key by its keyed hash, below its key. A key has one of its own, and those that it had. */
@Entity
@Table(name = "api_key_value")
public class ApiKeyValueRow extends DocumentRow {
    @Column(name = "retires_at")
    private @Nullable Long retiresAt;

    /** From when on it does not work any more, in epoch milliseconds; null for the key's own value. */
    public @Nullable Long retiresAt() {
        return retiresAt;
    }

    void retireAt(long millis) {
        this.retiresAt = millis;
    }
}
