package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An access association by its ARN, below its domain. */
@Entity
@Table(name = "domain_name_access_association")
public class AccessAssociationRow extends DocumentRow {}
