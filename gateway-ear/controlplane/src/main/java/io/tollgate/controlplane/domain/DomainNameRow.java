package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A custom domain name by its key. */
@Entity
@Table(name = "domain_name")
public class DomainNameRow extends DocumentRow {}
