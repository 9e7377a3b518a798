package io.tollgate.controlplane.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A new RSA key pair and an X.509 version 3 certificate that it has signed for itself, for TLS clients only (RFC 5280). It
 * states no key usage: OpenSSL takes a self-signed certificate for a trust anchor only if its key may sign certificates or
 * nothing is said about that.
 *
 * @param privateKey PKCS #8 in base 64
 * @param pem the certificate
 */
record SelfSigned(String privateKey, String pem) {
    private static final X500Name NAME = new X500Name("CN=ApiGateway,O=Tollgate");

    /** Makes one that is valid between two moments. */
    @SuppressWarnings("JavaUtilDate") // The builder's own type.
    static SelfSigned valid(Instant from, Instant until) {
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            KeyPair pair = generator.generateKeyPair();
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                            NAME,
                            new BigInteger(127, random).setBit(126),
                            Date.from(from),
                            Date.from(until),
                            NAME,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
            return new SelfSigned(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), pem(certificate));
        } catch (GeneralSecurityException | OperatorCreationException | IOException withoutRsa) {
            throw new IllegalStateException("this JDK has no RSA with SHA-256", withoutRsa);
        }
    }

    private static String pem(X509CertificateHolder certificate) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        return text.toString().replace(System.lineSeparator(), "\n").strip();
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "SelfSigned";
    }
}
