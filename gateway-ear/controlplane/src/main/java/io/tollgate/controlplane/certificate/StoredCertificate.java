package io.tollgate.controlplane.certificate;

/**
 * A client certificate as the database keeps it.
 *
 * @param certificate what is shown
 * @param sealedKey the private key, PKCS #8 in base 64, sealed with the certificate's id as label
 */
record StoredCertificate(ClientCertificate certificate, String sealedKey) {}
