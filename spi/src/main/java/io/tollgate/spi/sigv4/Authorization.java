package io.tollgate.spi.sigv4;

import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its signature, in the Authorization field or in the query of a presigned URL.
 *
 * @param accessKeyId the key's id
 * @param scope what it was signed for
 * @param time when it was signed, {@code yyyyMMdd'T'HHmmss'Z'}
 * @param expiresSeconds how long a presigned URL is good; 0 for a header signature
 * @param signedHeaders the names that are covered, as sent
 * @param signature the signature in hex
 * @param sessionToken the security token, or null
 */
public record Authorization(
        String accessKeyId,
        CredentialScope scope,
        String time,
        long expiresSeconds,
        List<String> signedHeaders,
        String signature,
        @Nullable String sessionToken) {

    /** Copies the list. */
    public Authorization {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Whether a request carries a signature in either form. */
    public static boolean isPresent(Headers headers, QueryParameters query) {
        return headers.contains("Authorization") || query.last("X-Amz-Algorithm") != null;
    }

    /**
     * Reads either form.
     *
     * @throws IllegalArgumentException that says in AWS's words what is missing
     */
    public static Authorization read(Headers headers, QueryParameters query) {
        String field = headers.get("Authorization");
        return field != null ? ofHeader(field, headers) : ofQuery(query);
    }

    private static Authorization ofHeader(String field, Headers headers) {
        int blank = field.indexOf(' ');
        String algorithm = blank < 0 ? field : field.substring(0, blank);
        Map<String, String> parts = new HashMap<>();
        for (String part : field.substring(blank < 0 ? 0 : blank + 1).split("[, ]+", 0)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException(
                        "'" + part + "' not a valid key=value pair (missing equal-sign) in Authorization header: '"
                                + field + "'.");
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        String time = headers.get("X-Amz-Date");
        String missing =
                (algorithm.equals(SignatureV4.ALGORITHM) ? "" : "Unsupported AWS 'algorithm': '" + algorithm + "'. ")
                        + demand(parts, "Credential")
                        + demand(parts, "Signature")
                        + demand(parts, "SignedHeaders")
                        + (time == null
                                ? "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                                : "");
        if (time == null || !missing.isEmpty()) {
            throw new IllegalArgumentException(missing + "Authorization=" + algorithm);
        }
        return of(parts, "", time, 0, headers.get("X-Amz-Security-Token"));
    }

    private static String demand(Map<String, String> parts, String name) {
        return parts.containsKey(name) ? "" : "Authorization header requires '" + name + "' parameter. ";
    }

    private static Authorization ofQuery(QueryParameters query) {
        Map<String, String> parts = new HashMap<>();
        for (String name : List.of("Credential", "Signature", "SignedHeaders", "Date", "Expires")) {
            String value = query.last("X-Amz-" + name);
            if (value == null && !name.equals("Expires")) {
                throw new IllegalArgumentException("AWS query-string parameters must include 'X-Amz-" + name
                        + "'. Re-examine the query-string parameters.");
            }
            parts.put(name, value == null ? "300" : value);
        }
        String lifetime = parts.getOrDefault("Expires", "0");
        long expires = lifetime.matches("\\d{1,6}") ? Long.parseLong(lifetime) : 0;
        return of(
                parts,
                "X-Amz-",
                parts.getOrDefault("Date", ""),
                Math.max(1, expires),
                query.last("X-Amz-Security-Token"));
    }

    private static Authorization of(
            Map<String, String> parts, String prefix, String time, long expires, @Nullable String token) {
        String[] credential = parts.getOrDefault("Credential", "").split("/", -1);
        if (credential.length != 5 || !credential[4].equals("aws4_request")) {
            throw new IllegalArgumentException(
                    prefix + "Credential must have 5 slash-delimited elements, e.g. keyid/date/region/service/term");
        }
        return new Authorization(
                credential[0],
                new CredentialScope(credential[1], credential[2], credential[3]),
                time,
                expires,
                List.of(parts.getOrDefault("SignedHeaders", "").split(";")),
                parts.getOrDefault("Signature", ""),
                token);
    }
}
