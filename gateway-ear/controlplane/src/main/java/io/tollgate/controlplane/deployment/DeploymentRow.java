package io.tollgate.controlplane.deployment;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A deployment's label by API and id, below its API. */
@Entity
@Table(name = "deployment")
public class DeploymentRow extends DocumentRow {}
