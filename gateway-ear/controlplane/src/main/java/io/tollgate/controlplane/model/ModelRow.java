package io.tollgate.controlplane.model;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A model by API and name, below its API. */
@Entity
@Table(name = "model")
public class ModelRow extends DocumentRow {}
