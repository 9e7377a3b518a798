package io.tollgate.controlplane.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One management call that changed something, or tried to. Never updated. */
@Entity
@Table(name = "audit")
public class AuditRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "happened_at")
    private Instant happenedAt = Instant.EPOCH;

    @Column(name = "access_key_id")
    private String accessKeyId = "";

    @Column(name = "source_ip")
    private String sourceIp = "";

    @Column(name = "request_id")
    private String requestId = "";

    @Column(name = "operation")
    private String operation = "";

    @Column(name = "parameters")
    private String parameters = "";

    @Column(name = "outcome")
    private String outcome = "";

    /** For JPA. */
    protected AuditRow() {}

    AuditRow(Instant happenedAt, String accessKeyId, String sourceIp, String requestId) {
        this.happenedAt = happenedAt;
        this.accessKeyId = accessKeyId;
        this.sourceIp = sourceIp;
        this.requestId = requestId;
    }

    AuditRow of(String operationName, String withParameters, String ended) {
        this.operation = operationName;
        this.parameters = withParameters;
        this.outcome = ended;
        return this;
    }
}
