package io.tollgate.controlplane.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate as it is shown (ClientCertificate of the service model).
 *
 * @param clientCertificateId its id
 * @param description its description, or null
 * @param pemEncodedCertificate the certificate; the private key is never shown
 * @param createdDate from when it is valid
 * @param expirationDate until when it is valid
 */
public record ClientCertificate(
        String clientCertificateId,
        @Nullable String description,
        String pemEncodedCertificate,
        Instant createdDate,
        Instant expirationDate) {}
