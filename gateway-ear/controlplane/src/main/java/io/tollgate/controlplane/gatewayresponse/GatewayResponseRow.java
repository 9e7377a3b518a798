package io.tollgate.controlplane.gatewayresponse;

import io.tollgate.controlplane.store.DocumentRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A customised gateway response by API and type, below its API. */
@Entity
@Table(name = "gateway_response")
public class GatewayResponseRow extends DocumentRow {}
