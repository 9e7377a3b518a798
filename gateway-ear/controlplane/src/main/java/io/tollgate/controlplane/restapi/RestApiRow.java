package io.tollgate.controlplane.restapi;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A REST API by its id. */
@Entity
@Table(name = "rest_api")
public class RestApiRow extends DocumentRow {}
