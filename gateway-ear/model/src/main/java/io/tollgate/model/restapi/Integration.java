package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a method calls (Integration of the service model).
 *
 * @param type MOCK, HTTP, HTTP_PROXY, AWS or AWS_PROXY
 * @param httpMethod the backend's verb, or null
 * @param uri the endpoint, or null for MOCK
 * @param connectionType INTERNET or VPC_LINK, or null
 * @param connectionId the VPC link, or null
 * @param credentials a role ARN or {@code arn:aws:iam::*:user/*}, or null
 * @param requestParameters {@code integration.request.X} to its source, or null
 * @param requestTemplates templates by media type, or null
 * @param passthroughBehavior WHEN_NO_MATCH, WHEN_NO_TEMPLATES or NEVER
 * @param contentHandling CONVERT_TO_BINARY, CONVERT_TO_TEXT or null
 * @param timeoutInMillis 50 to 29,000
 * @param cacheNamespace the cache key's first part; the resource id unless set
 * @param cacheKeyParameters request parameters that vary the cache
 * @param integrationResponses responses by status code, or null
 * @param tlsConfig TLS settings towards the backend, or null
 * @param responseTransferMode BUFFERED or STREAM, or null
 * @param integrationTarget a load balancer ARN, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Integration(
        String type,
        @Nullable String httpMethod,
        @Nullable String uri,
        @Nullable String connectionType,
        @Nullable String connectionId,
        @Nullable String credentials,
        @Nullable Map<String, String> requestParameters,
        @Nullable Map<String, String> requestTemplates,
        @Nullable String passthroughBehavior,
        @Nullable String contentHandling,
        int timeoutInMillis,
        @Nullable String cacheNamespace,
        List<String> cacheKeyParameters,
        @Nullable Map<String, IntegrationResponse> integrationResponses,
        @Nullable TlsConfig tlsConfig,
        @Nullable String responseTransferMode,
        @Nullable String integrationTarget) {}
