package io.tollgate.controlplane.certificate;

import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientCertificateOperationsTest {
    private static final String ALL = "/clientcertificates";

    private ControlPlane plane;

    @BeforeEach
    void start() {
        plane = new ControlPlane();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private String generate(String body) {
        return ALL + "/"
                + plane.json("POST", ALL, body).path("clientCertificateId").asText();
    }

    @Test
    void aCertificateIsSelfSignedForClientsAndValidForAYear() throws Exception {
        JsonNode made = plane.json("POST", ALL, "{\"description\":\"backend\",\"tags\":{\"a\":\"b\"}}");
        assertThat(made.path("clientCertificateId").asText()).matches("[a-z0-9]{6}");
        assertThat(made.path("createdDate").asLong()).isEqualTo(ControlPlane.NOW.getEpochSecond());
        assertThat(made.path("expirationDate").asLong())
                .isEqualTo(ControlPlane.NOW.plus(Duration.ofDays(365)).getEpochSecond());
        assertThat(made.path("tags")).hasToString("{\"a\":\"b\"}");
        X509Certificate certificate = read(made.path("pemEncodedCertificate").asText());
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(ControlPlane.NOW);
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(ControlPlane.NOW.plus(Duration.ofDays(365)));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    }

    private static X509Certificate read(String pem) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void thePrivateKeyBelongsToTheCertificateAndIsNotStoredInClear() throws Exception {
        String id = generate("{}").substring(ALL.length() + 1);
        PrivateKeyEntry identity = plane.with(ClientCertificates.class, certificates -> certificates.identity(id))
                .orElseThrow();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(identity.getPrivateKey());
        byte[] signed = signature.sign();
        signature.initVerify(identity.getCertificate());
        assertThat(signature.verify(signed)).isTrue();
        String stored = plane.stored(ClientCertificateRow.class, id);
        assertThat(stored)
                .contains("sealedKey")
                .doesNotContain(java.util.Base64.getEncoder()
                        .encodeToString(identity.getPrivateKey().getEncoded())
                        .substring(100, 200));
    }

    @Test
    void aCertificateIsShownListedChangedTaggedAndDeleted() {
        String first = generate("{}");
        generate("{}");
        JsonNode changed = plane.json("PATCH", first, patch("replace", "/description", "new"));
        assertThat(changed.path("description").asText()).isEqualTo("new");
        assertThat(changed.path("tags")).hasToString("{}");
        assertThat(plane.json("GET", first, "")).isEqualTo(changed);
        assertThat(plane.json("GET", ALL, "").path("item"))
                .hasSize(2)
                .contains(((ObjectNode) changed.deepCopy()).without("tags"));
        JsonNode page = plane.json("GET", ALL + "?limit=1", "");
        assertThat(page.path("item")).hasSize(1);
        assertThat(plane.json(
                                "GET",
                                ALL + "?limit=1&position="
                                        + page.path("position").asText(),
                                "")
                        .path("item"))
                .hasSize(1)
                .doesNotContain(page.path("item").get(0));
        String arn = "/tags/arn%3Aaws%3Aapigateway%3Aeu-west-1%3A%3A" + first.replace("/", "%2F");
        plane.call("PUT", arn, "{\"tags\":{\"k\":\"v\"}}");
        assertThat(plane.json("GET", first, "").path("tags")).hasToString("{\"k\":\"v\"}");
        plane.call("DELETE", first, "");
        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            assertThat(plane.refusal(method, first, "{}"))
                    .isEqualTo("404 NotFoundException: Invalid Client Certificate identifier specified");
        }
    }

    @Test
    void onlyTheDescriptionCanBePatched() {
        assertThat(plane.refusal("PATCH", generate("{}"), patch("replace", "/pemEncodedCertificate", "x")))
                .isEqualTo("400 BadRequestException: Invalid patch path  '/pemEncodedCertificate' specified for op"
                        + " 'replace'. Must be one of: [/description]");
    }

    @Test
    void aCertificateThatAStageNamesCannotBeDeleted() {
        String certificate = generate("{}");
        String id = certificate.substring(ALL.length() + 1);
        SampleApi api = SampleApi.deployed(plane);
        assertThat(plane.refusal("PATCH", api.stage(), patch("replace", "/clientCertificateId", "none")))
                .isEqualTo("404 NotFoundException: Invalid Client Certificate identifier specified");
        plane.call("PATCH", api.stage(), patch("replace", "/clientCertificateId", id));
        assertThat(plane.refusal("DELETE", certificate, ""))
                .isEqualTo("400 BadRequestException: Cannot delete client certificate. Client certificate '" + id
                        + "' is referenced by stage 'live' of API '" + api.id() + "'");
        plane.call("PATCH", api.stage(), patch("replace", "/clientCertificateId", ""));
        assertThat(plane.json("GET", api.stage(), "").has("clientCertificateId"))
                .isFalse();
        plane.call("DELETE", certificate, "");
    }

    @Test
    void anAccountHasSixtyAtMost() {
        plane.with(ClientCertificates.class, certificates -> {
            for (int i = 0; i < 60; i++) {
                certificates.insert(
                        new ClientCertificate("id" + i, null, "pem", ControlPlane.NOW, ControlPlane.NOW), "key");
            }
            return certificates.all();
        });
        assertThat(plane.refusal("POST", ALL, "{}"))
                .startsWith("429 LimitExceededException: Maximum number of Client Certificates");
    }
}
