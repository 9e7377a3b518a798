package io.tollgate.spi.sigv4;

/**
 * What a signing key is good for.
 *
 * @param date the day, yyyyMMdd
 * @param region the region
 * @param service the signing name, for example {@code execute-api}
 */
public record CredentialScope(String date, String region, String service) {

    /** The scope as signatures name it. */
    @Override
    public String toString() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
