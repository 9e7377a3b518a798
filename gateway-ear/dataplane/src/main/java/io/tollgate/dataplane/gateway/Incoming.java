package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;

/**
 * A request as a listener received it. The listener has refused what is ambiguous or beyond its limits; nothing is
 * decoded yet. The gateway owns the headers and the body from here on and changes the headers in place.
 *
 * @param method the verb as sent
 * @param scheme http or https
 * @param host the Host header or {@code :authority} as sent, port included; empty if there was none
 * @param rawPath the path as sent, undecoded; begins with a slash
 * @param rawQuery the query string as sent without its question mark; empty if there is none
 * @param headers the fields as received
 * @param body the content
 * @param remoteAddress the peer's IP address as text
 * @param localPort the port it came in by
 */
public record Incoming(
        String method,
        String scheme,
        String host,
        String rawPath,
        String rawQuery,
        Headers headers,
        Body body,
        String remoteAddress,
        int localPort) {}
