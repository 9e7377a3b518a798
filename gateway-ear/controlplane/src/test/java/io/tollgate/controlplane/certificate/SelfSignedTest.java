package io.tollgate.controlplane.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfSignedTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-02T03:04:05Z", "2049-12-31T23:59:59Z", "2050-01-01T00:00:00Z", "2120-06-01T00:00:00Z"})
    void timesAreReadBackOnBothSidesOf2050(String end) throws Exception {
        Instant until = Instant.parse(end);
        SelfSigned made = SelfSigned.valid(Instant.parse("2026-01-01T00:00:00Z"), until);
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(made.pem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(until);
        assertThat(made).hasToString("SelfSigned");
    }
}
