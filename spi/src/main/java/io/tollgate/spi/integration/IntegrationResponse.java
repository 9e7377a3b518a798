package io.tollgate.spi.integration;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;

/**
 * A backend's answer before mapping.
 *
 * @param status the status, 100 to 599 unless the backend is made up
 * @param headers the fields as received
 * @param body the content, perhaps still arriving
 * @param errorMessage what {@code selectionPattern} is matched against instead of the status; empty for a function that
 *     succeeded, null where the status is the subject
 */
public record IntegrationResponse(
        int status,
        Headers headers,
        Body body,
        @org.jspecify.annotations.Nullable String errorMessage) {

    /** An answer whose status is the subject of selection. */
    public IntegrationResponse(int status, Headers headers, Body body) {
        this(status, headers, body, null);
    }
}
