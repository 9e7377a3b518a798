package io.tollgate.spi.sigv4;

import io.tollgate.spi.http.Headers;

/**
 * The parts of a request that a signature covers.
 *
 * @param method the verb
 * @param rawPath the path as it is on the wire
 * @param rawQuery the query as it is on the wire, without a question mark; empty if there is none
 * @param headers the fields as they are on the wire
 * @param payloadHash the payload's SHA-256 in lower-case hex, or {@code UNSIGNED-PAYLOAD}
 */
public record SignedRequest(String method, String rawPath, String rawQuery, Headers headers, String payloadHash) {}
