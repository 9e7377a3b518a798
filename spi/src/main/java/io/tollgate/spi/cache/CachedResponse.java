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
public record CachedResponse(int status, Headers headers, byte[] body, long storedAtMillis) {
    private static final int OBJECTS = 200;
    private static final int FIELD = 40;

    /** About how many bytes it takes in memory, objects and references included. */
    public long weight() {
        long weight = (long) OBJECTS + body.length;
        for (int i = 0; i < headers.size(); i++) {
            weight += headers.name(i).length() + headers.value(i).length() + FIELD;
        }
        return weight;
    }
}
