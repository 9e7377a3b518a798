package io.tollgate.model.restapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an API is reached: {@code types} holds exactly one of EDGE, REGIONAL, PRIVATE.
 *
 * @param types the endpoint type
 * @param ipAddressType ipv4 or dualstack
 * @param vpcEndpointIds VPC endpoints of a private API, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EndpointConfiguration(
        List<String> types,
        @Nullable String ipAddressType,
        @Nullable List<String> vpcEndpointIds) {

    /** Copies the lists. */
    public EndpointConfiguration {
        types = List.copyOf(types);
        vpcEndpointIds = vpcEndpointIds == null ? null : List.copyOf(vpcEndpointIds);
    }
}
