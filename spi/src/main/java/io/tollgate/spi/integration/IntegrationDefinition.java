package io.tollgate.spi.integration;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was configured for one method's integration.
 *
 * @param type AWS's integration type
 * @param httpMethod the backend's verb; null means the client's
 * @param uri the endpoint as configured, with {@code {name}} placeholders and stage variables unresolved; empty for MOCK
 * @param credentials the role or {@code caller} ARN, or null
 * @param connectionType INTERNET or VPC_LINK
 * @param connectionId the VPC link's id, or null
 * @param timeout how long one call may take, 50 ms to 29 s
 * @param insecureSkipVerification whether any certificate authority is accepted
 * @param requestParameters the integration's parameter mappings as configured
 */
public record IntegrationDefinition(
        String type,
        @Nullable String httpMethod,
        String uri,
        @Nullable String credentials,
        String connectionType,
        @Nullable String connectionId,
        Duration timeout,
        boolean insecureSkipVerification,
        Map<String, String> requestParameters) {

    /** Copies the map. */
    public IntegrationDefinition {
        requestParameters = Map.copyOf(requestParameters);
    }

    /** Whether the pipeline hands the request through unmapped: HTTP_PROXY and AWS_PROXY. */
    public boolean proxy() {
        return type.endsWith("_PROXY");
    }
}
