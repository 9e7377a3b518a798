package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A base path mapping by domain and base path, below its domain. */
@Entity
@Table(name = "base_path_mapping")
public class BasePathMappingRow extends DocumentRow {}
