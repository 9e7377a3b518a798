package io.tollgate.spi.http;

/**
 * A backend's answer.
 *
 * @param status the status code, 200 to 599: interim answers are handled by the client
 * @param headers the fields as received
 * @param body the content, perhaps still arriving
 */
public record UpstreamResponse(int status, Headers headers, Body body) {}
