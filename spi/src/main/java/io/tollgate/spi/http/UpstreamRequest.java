package io.tollgate.spi.http;

import java.time.Duration;

/**
 * A request to a backend.
 *
 * @param method the verb
 * @param uri the absolute {@code http} or {@code https} URI, already encoded; it is sent as it is
 * @param headers the fields to send; Host, Content-Length, Transfer-Encoding and Connection are set by the client unless
 *     Host is given
 * @param body the content
 * @param timeout until the whole response is here, 50 ms to 29 s
 * @param insecureSkipVerification whether any certificate authority is accepted
 */
public record UpstreamRequest(
        String method, String uri, Headers headers, Body body, Duration timeout, boolean insecureSkipVerification) {}
