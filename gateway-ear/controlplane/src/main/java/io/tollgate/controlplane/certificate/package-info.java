/**
 * Client certificates: what the gateway shows backends to prove who calls. Keys are generated here and sealed at rest; this
 * room knows stages only as {@link CertificateUse}. Start at {@link ClientCertificateOperations}.
 */
@NullMarked
package io.tollgate.controlplane.certificate;

import org.jspecify.annotations.NullMarked;
