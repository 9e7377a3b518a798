package io.tollgate.controlplane.domain;

import io.tollgate.model.domain.DomainName;
import org.jspecify.annotations.Nullable;

/**
 * A domain name as the database keeps it.
 *
 * @param domain what is shown
 * @param sealedCertificate the certificate that was handed in with it, its chain and its private key as JSON, sealed with
 *     the domain's key as label; or null
 */
record StoredDomainName(DomainName domain, @Nullable String sealedCertificate) {}
