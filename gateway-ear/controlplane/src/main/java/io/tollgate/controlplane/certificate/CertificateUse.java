package io.tollgate.controlplane.certificate;

import java.util.Optional;

/** A noun that may refer to client certificates. */
@FunctionalInterface
public interface CertificateUse {

    /** Where this noun refers to a certificate, in words for a message; empty if it does not. */
    Optional<String> userOf(String clientCertificateId);
}
