package io.tollgate.controlplane.deployment;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A deployment's frozen definition by API and deployment id, below its API. Never changed. */
@Entity
@Table(name = "deployment_definition")
public class DefinitionRow extends DocumentRow {}
