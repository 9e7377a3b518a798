package io.tollgate.controlplane.account;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The account's settings; one row. */
@Entity
@Table(name = "account")
public class AccountRow extends DocumentRow {}
