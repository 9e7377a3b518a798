package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;

/**
 * What a listener writes. The listener adds Date, Connection and the framing (Content-Length or chunks) and leaves the
 * body out for HEAD, 204 and 304. It must consume or discard the body.
 *
 * @param status 200 to 599
 * @param headers the fields to write, without framing
 * @param body the content
 */
public record Answer(int status, Headers headers, Body body) {}
