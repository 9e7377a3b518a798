package io.tollgate.spi.cache;

import io.tollgate.spi.http.Headers;

/**
 * A kept response. The headers and the body are not changed by anyone.
 *
 * @param status the status
 * @param headers the fields
 * @param body the content, at most 1,048,576 bytes
 * @param storedAtMillis when it was stored, epoch milliseconds
 */
public record CachedResponse(int status, Headers headers, byte[] body, long storedAtMillis) {}
