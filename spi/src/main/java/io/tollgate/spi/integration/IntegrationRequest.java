package io.tollgate.spi.integration;

import io.tollgate.spi.exchange.Exchange;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;

/**
 * A mapped request, ready to be sent.
 *
 * @param method the backend's verb
 * @param uri the endpoint with path parameters, stage variables and query applied; empty for MOCK
 * @param headers the fields to send
 * @param body the content after mapping
 * @param exchange the client's call, for integrations that send more than the mapped request
 */
public record IntegrationRequest(String method, String uri, Headers headers, Body body, Exchange exchange) {}
