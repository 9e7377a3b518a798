package io.tollgate.controlplane.stage;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A stage by API and name, below its API. */
@Entity
@Table(name = "stage")
public class StageRow extends DocumentRow {}
