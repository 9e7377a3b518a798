package io.tollgate.controlplane.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import javax.security.auth.x500.X500Principal;

/**
 * A new RSA key pair and an X.509 version 3 certificate that it has signed for itself, for TLS clients only (RFC 5280). It
 * states no key usage: OpenSSL takes a self-signed certificate for a trust anchor only if its key may sign certificates or
 * nothing is said about that.
 *
 * @param privateKey PKCS #8 in base 64
 * @param pem the certificate
 */
record SelfSigned(String privateKey, String pem) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Instant GENERALIZED_TIMES = Instant.parse("2050-01-01T00:00:00Z");
    private static final byte[] NAME = new X500Principal("CN=ApiGateway, O=Tollgate").getEncoded();

    private static final byte[] SHA256_WITH_RSA = hex("300d06092a864886f70d01010b0500");
    private static final byte[] BASIC_CONSTRAINTS = hex("0603551d13");
    private static final byte[] EXTENDED_KEY_USAGE = hex("0603551d25");
    private static final byte[] CLIENT_AUTH = hex("06082b06010505070302");
    private static final byte[] CRITICAL = hex("0101ff");

    /** Makes one that is valid between two moments. */
    static SelfSigned valid(Instant from, Instant until) {
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] content = content(
                    new BigInteger(127, random).setBit(126), pair.getPublic().getEncoded(), from, until);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            byte[] certificate = Der.sequence(content, SHA256_WITH_RSA, Der.bits(signature.sign()));
            return new SelfSigned(
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), pem(certificate));
        } catch (GeneralSecurityException withoutRsa) {
            throw new IllegalStateException("this JDK has no RSA with SHA-256", withoutRsa);
        }
    }

    private static byte[] content(BigInteger serial, byte[] publicKey, Instant from, Instant until) {
        return Der.sequence(
                Der.tagged(0, Der.integer(BigInteger.TWO)),
                Der.integer(serial),
                SHA256_WITH_RSA,
                NAME,
                Der.sequence(time(from), time(until)),
                NAME,
                publicKey,
                Der.tagged(
                        3,
                        Der.sequence(
                                Der.sequence(BASIC_CONSTRAINTS, CRITICAL, Der.octets(Der.sequence())),
                                Der.sequence(EXTENDED_KEY_USAGE, Der.octets(Der.sequence(CLIENT_AUTH))))));
    }

    private static byte[] time(Instant instant) {
        String time = TIME.format(instant);
        return instant.isBefore(GENERALIZED_TIMES) ? Der.utcTime(time.substring(2)) : Der.generalizedTime(time);
    }

    private static String pem(byte[] certificate) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate) + "\n-----END CERTIFICATE-----";
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "SelfSigned";
    }
}
