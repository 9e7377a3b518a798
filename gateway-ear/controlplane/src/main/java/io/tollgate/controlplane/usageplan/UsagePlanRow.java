package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A usage plan by id. */
@Entity
@Table(name = "usage_plan")
public class UsagePlanRow extends DocumentRow {}
