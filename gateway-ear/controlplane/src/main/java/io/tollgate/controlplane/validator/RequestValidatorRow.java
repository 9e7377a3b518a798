package io.tollgate.controlplane.validator;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A request validator by API and id, below its API. */
@Entity
@Table(name = "request_validator")
public class RequestValidatorRow extends DocumentRow {}
