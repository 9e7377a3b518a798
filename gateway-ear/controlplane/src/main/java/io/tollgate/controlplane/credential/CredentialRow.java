package io.tollgate.controlplane.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An access key as the database keeps it. */
@Entity
@Table(name = "credential")
public class CredentialRow {
    @Id
    @Column(name = "access_key_id")
    private String accessKeyId = "";

    @Column(name = "sealed_secret")
    private String sealedSecret = "";

    @Column(name = "created_at")
    private Instant createdAt = Instant.EPOCH;

    /** For JPA. */
    protected CredentialRow() {}

    CredentialRow(String accessKeyId, String sealedSecret, Instant createdAt) {
        this.accessKeyId = accessKeyId;
        this.sealedSecret = sealedSecret;
        this.createdAt = createdAt;
    }

    String accessKeyId() {
        return accessKeyId;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    Instant createdAt() {
        return createdAt;
    }
}
