package io.tollgate.controlplane.resource;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A resource by API and id, below its API. */
@Entity
@Table(name = "resource")
public class ResourceRow extends DocumentRow {}
