package io.tollgate.controlplane.authorizer;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** An authorizer by API and id, below its API. */
@Entity
@Table(name = "authorizer")
public class AuthorizerRow extends DocumentRow {}
