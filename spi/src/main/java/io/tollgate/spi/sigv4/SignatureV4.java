package io.tollgate.spi.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes signatures. Signing keys are derived once for a day and kept. Thread-safe. Secrets are held in memory only.
 */
public final class SignatureV4 {
    /** The algorithm's name. */
    public static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /** The payload hash of a request whose payload is not signed. */
    public static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

    private static final int KEPT_KEYS = 1024;

    private final Map<KeyOf, SecretKeySpec> keys = new ConcurrentHashMap<>();

    private record KeyOf(String secret, CredentialScope scope) {}

    /** The canonical request over these header names. */
    public String canonicalRequest(SignedRequest request, List<String> signedHeaders) {
        return request.method() + "\n"
                + Canonical.path(request.rawPath()) + "\n"
                + Canonical.query(request.rawQuery(), "X-Amz-Signature") + "\n"
                + Canonical.headers(request.headers(), signedHeaders) + "\n"
                + String.join(";", signedHeaders) + "\n"
                + request.payloadHash();
    }

    /** The string to sign for a canonical request at a time written as {@code yyyyMMdd'T'HHmmss'Z'}. */
    public String stringToSign(String canonicalRequest, String time, CredentialScope scope) {
        return ALGORITHM + "\n" + time + "\n" + scope + "\n" + hash(canonicalRequest.getBytes(StandardCharsets.UTF_8));
    }

    /** The signature in lower-case hex. */
    public String signature(String secretAccessKey, CredentialScope scope, String stringToSign) {
        if (keys.size() >= KEPT_KEYS) {
            keys.clear();
        }
        SecretKeySpec key = keys.computeIfAbsent(new KeyOf(secretAccessKey, scope), SignatureV4::derive);
        return HexFormat.of().formatHex(mac(key, stringToSign));
    }

    /** Whether two signatures are the same; takes the same time wherever they differ. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** SHA-256 in lower-case hex. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no SHA-256", missing);
        }
    }

    private static SecretKeySpec derive(KeyOf wanted) {
        byte[] start = ("AWS4" + wanted.secret()).getBytes(StandardCharsets.UTF_8);
        byte[] day = mac(spec(start), wanted.scope().date());
        byte[] region = mac(spec(day), wanted.scope().region());
        byte[] service = mac(spec(region), wanted.scope().service());
        return spec(mac(spec(service), "aws4_request"));
    }

    private static SecretKeySpec spec(byte[] key) {
        return new SecretKeySpec(key, "HmacSHA256");
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this JDK has no HmacSHA256", missing);
        }
    }
}
