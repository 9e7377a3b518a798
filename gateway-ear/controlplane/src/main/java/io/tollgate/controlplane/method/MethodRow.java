package io.tollgate.controlplane.method;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A method with its responses and integration by API, resource and verb, below its API. */
@Entity
@Table(name = "rest_method")
public class MethodRow extends DocumentRow {}
