package io.tollgate.controlplane.restapi;

import io.tollgate.controlplane.wire.Input;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.restapi.EndpointConfiguration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of endpoint configurations (features 15, recorded). */
final class EndpointTypes {
    private static final List<String> TYPES = List.of("PRIVATE", "EDGE", "REGIONAL");
    private static final List<String> IP = List.of("ipv4", "dualstack");

    private EndpointTypes() {}

    /** Notes violations of the service model. */
    static void validate(Optional<Input> given) {
        given.ifPresent(input -> {
            List<String> types = input.list("types");
            if (types != null && !TYPES.containsAll(types)) {
                input.violation(
                        types.toString(),
                        "createRestApiInput.endpointConfiguration.types",
                        "Member must satisfy constraint: [Member must satisfy enum value set: ["
                                + String.join(", ", TYPES) + "]]");
            }
            input.oneOf("ipAddressType", IP);
        });
    }

    /** The configuration of a new API. */
    static EndpointConfiguration read(Optional<Input> given) {
        List<String> types = given.map(input -> input.list("types")).orElse(List.of("EDGE"));
        if (types.isEmpty()) {
            throw new BadRequestException("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        if (types.size() > 1) {
            throw new BadRequestException("Cannot create an api with multiple Endpoint Types.");
        }
        boolean isPrivate = types.contains("PRIVATE");
        String ip = given.map(input -> input.text("ipAddressType")).orElse(isPrivate ? "dualstack" : "ipv4");
        requireDualstack(isPrivate, ip);
        return new EndpointConfiguration(
                types, ip, given.map(input -> input.list("vpcEndpointIds")).orElse(null));
    }

    private static void requireDualstack(boolean isPrivate, String ip) {
        if (isPrivate && !ip.equals("dualstack")) {
            throw new BadRequestException("Only dualstack ipAddressType is supported for Private APIs.");
        }
    }

    static EndpointConfiguration withType(EndpointConfiguration old, @Nullable String type) {
        if (type == null || !TYPES.contains(type)) {
            throw new BadRequestException("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
        }
        if (old.types().contains("PRIVATE") && type.equals("EDGE")) {
            throw new BadRequestException(
                    "Endpoint type PRIVATE cannot be changed to EDGE. Change it to REGIONAL first.");
        }
        String ip = type.equals("PRIVATE") ? "dualstack" : Objects.requireNonNullElse(old.ipAddressType(), "ipv4");
        return new EndpointConfiguration(List.of(type), ip, old.vpcEndpointIds());
    }

    static EndpointConfiguration withIp(EndpointConfiguration old, @Nullable String ip) {
        if (ip == null || !IP.contains(ip)) {
            throw new BadRequestException("ipAddressType must be either ipv4 or dualstack.");
        }
        requireDualstack(old.types().contains("PRIVATE"), ip);
        return new EndpointConfiguration(old.types(), ip, old.vpcEndpointIds());
    }
}
