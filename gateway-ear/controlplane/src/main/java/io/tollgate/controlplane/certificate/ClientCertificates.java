package io.tollgate.controlplane.certificate;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.controlplane.store.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The client certificates of this installation. */
@ApplicationScoped
public class ClientCertificates {
    private final Documents<ClientCertificateRow, StoredCertificate> rows;
    private final SecretBox box;

    /** Certificates in this database, their keys sealed with this box. */
    @Inject
    public ClientCertificates(EntityManager entities, SecretBox box) {
        this.rows = new Documents<>(
                entities, ClientCertificateRow.class, ClientCertificateRow::new, StoredCertificate.class);
        this.box = box;
    }

    /** The certificate with this id. */
    public Optional<ClientCertificate> find(String id) {
        return rows.find(id).map(StoredCertificate::certificate);
    }

    /** All certificates, sorted by id. */
    public List<ClientCertificate> all() {
        return rows.all("").stream().map(StoredCertificate::certificate).toList();
    }

    /** A certificate with its private key, to be shown to backends. */
    public Optional<PrivateKeyEntry> identity(String id) {
        return rows.find(id)
                .map(stored -> identity(
                        stored.certificate().pemEncodedCertificate(), box.open(stored.sealedKey(), label(id))));
    }

    private static PrivateKeyEntry identity(String pem, String privateKey) {
        try {
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            PrivateKey key = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
            return new PrivateKeyEntry(key, new Certificate[] {certificate});
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("a stored client certificate cannot be read", damaged);
        }
    }

    private static String label(String id) {
        return "client-certificate/" + id;
    }

    void insert(ClientCertificate certificate, String privateKey) {
        String id = certificate.clientCertificateId();
        rows.insert(id, "", new StoredCertificate(certificate, box.seal(privateKey, label(id))));
    }

    void update(ClientCertificate certificate) {
        String id = certificate.clientCertificateId();
        rows.find(id).ifPresent(old -> rows.update(id, new StoredCertificate(certificate, old.sealedKey())));
    }

    void delete(String id) {
        rows.delete(id);
    }
}
