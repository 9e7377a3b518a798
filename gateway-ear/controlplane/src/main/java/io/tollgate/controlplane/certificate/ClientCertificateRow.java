package io.tollgate.controlplane.certificate;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A client certificate by its id. */
@Entity
@Table(name = "client_certificate")
public class ClientCertificateRow extends DocumentRow {}
