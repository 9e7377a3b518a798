package io.tollgate.model.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An API's settings as far as a document and the parameters of its import name them; null where they do not.
 *
 * @param name from info.title
 * @param description from info.description
 * @param version from info.version
 * @param apiKeySource HEADER or AUTHORIZER
 * @param binaryMediaTypes media types treated as binary
 * @param minimumCompressionSize bytes from which answers are compressed
 * @param policy the resource policy as JSON text
 * @param disableExecuteApiEndpoint whether only custom domains reach the API
 * @param endpointType EDGE, REGIONAL or PRIVATE
 * @param ipAddressType ipv4 or dualstack
 * @param vpcEndpointIds VPC endpoints of a private API
 * @param securityPolicy the TLS policy
 * @param endpointAccessMode BASIC or STRICT
 */
public record ImportedSettings(
        @Nullable String name,
        @Nullable String description,
        @Nullable String version,
        @Nullable String apiKeySource,
        @Nullable List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,
        @Nullable String policy,
        @Nullable Boolean disableExecuteApiEndpoint,
        @Nullable String endpointType,
        @Nullable String ipAddressType,
        @Nullable List<String> vpcEndpointIds,
        @Nullable String securityPolicy,
        @Nullable String endpointAccessMode) {}
