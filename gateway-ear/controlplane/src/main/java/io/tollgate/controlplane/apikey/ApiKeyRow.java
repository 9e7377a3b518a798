package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An API key by id. */
@Entity
@Table(name = "api_key")
public class ApiKeyRow extends DocumentRow {}
