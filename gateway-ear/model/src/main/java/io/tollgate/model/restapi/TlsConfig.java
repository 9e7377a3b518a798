package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * TLS towards a backend.
 *
 * @param insecureSkipVerification whether any certificate authority is accepted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TlsConfig(boolean insecureSkipVerification) {}
