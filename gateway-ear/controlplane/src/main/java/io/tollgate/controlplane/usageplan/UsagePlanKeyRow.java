package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** That a key belongs to a plan, by plan and key, below its key. */
@Entity
@Table(name = "usage_plan_key")
public class UsagePlanKeyRow extends DocumentRow {}
