package io.tollgate.controlplane.vpclink;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A VPC link by its id. */
@Entity
@Table(name = "vpc_link")
public class VpcLinkRow extends DocumentRow {}
