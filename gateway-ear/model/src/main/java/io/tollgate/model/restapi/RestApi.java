package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A REST API's own settings (RestApi of the service model). Tags are kept apart; warnings are of one answer only.
 *
 * @param id ten lower-case letters and digits
 * @param name the name
 * @param description the description, or null
 * @param createdDate when it was made
 * @param version the version identifier, or null
 * @param binaryMediaTypes media types treated as binary, or null
 * @param minimumCompressionSize bytes from which answers are compressed, 0 to 10,485,760, or null for never
 * @param apiKeySource HEADER or AUTHORIZER
 * @param endpointConfiguration where it is reached
 * @param policy the resource policy as JSON text, or null
 * @param disableExecuteApiEndpoint whether only custom domains reach it
 * @param rootResourceId the id of the resource {@code /}
 * @param securityPolicy the TLS policy, or null
 * @param endpointAccessMode BASIC or STRICT, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RestApi(
        String id,
        String name,
        @Nullable String description,
        Instant createdDate,
        @Nullable String version,
        @Nullable List<String> binaryMediaTypes,
        @Nullable Integer minimumCompressionSize,
        String apiKeySource,
        EndpointConfiguration endpointConfiguration,
        @Nullable String policy,
        boolean disableExecuteApiEndpoint,
        String rootResourceId,
        @Nullable String securityPolicy,
        @Nullable String endpointAccessMode) {

    /** Copies the list. */
    public RestApi {
        binaryMediaTypes = binaryMediaTypes == null ? null : List.copyOf(binaryMediaTypes);
    }
}
