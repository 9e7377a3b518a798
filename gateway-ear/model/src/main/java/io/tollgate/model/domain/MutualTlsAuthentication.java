package io.tollgate.model.domain;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates clients of a domain must show.
 *
 * @param truststoreUri where the certificates are, {@code s3://bucket/key}
 * @param truststoreVersion which version of that object, or null for the newest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MutualTlsAuthentication(
        String truststoreUri, @Nullable String truststoreVersion) {}
