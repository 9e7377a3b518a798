package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The sealed value of an API key by its keyed hash, below its key. */
@Entity
@Table(name = "api_key_value")
public class ApiKeyValueRow extends DocumentRow {}
