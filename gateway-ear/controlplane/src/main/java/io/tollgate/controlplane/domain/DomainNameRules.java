package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.List;

/** What the members of a domain name must be to each other. */
final class DomainNameRules {
    static final List<String> TYPES = List.of("PRIVATE", "EDGE", "REGIONAL");
    static final List<String> IP_TYPES = List.of("ipv4", "dualstack");
    static final List<String> ROUTING_MODES =
            List.of("BASE_PATH_MAPPING_ONLY", "ROUTING_RULE_ONLY", "ROUTING_RULE_THEN_BASE_PATH_MAPPING");
    private static final String NEW_POLICIES = "SecurityPolicy_";

    private DomainNameRules() {}

    /** Whether a security policy is one of those that an endpoint access mode goes with. */
    static boolean hasAccessMode(String securityPolicy) {
        return securityPolicy.startsWith(NEW_POLICIES);
    }

    /** Checks everything but certificates. */
    static void check(ObjectNode draft) {
        List<String> types = EndpointMembers.types(draft);
        checkIpType(draft, types);
        checkTls(draft, types);
        if (draft.has("mutualTlsAuthentication")) {
            checkMutualTls(draft, types);
        }
        for (String policy : List.of("policy", "managementPolicy")) {
            if (draft.has(policy) && !types.contains("PRIVATE")) {
                throw new BadRequestException("The member " + policy + " is only supported for private domain names.");
            }
        }
    }

    private static void checkIpType(ObjectNode draft, List<String> types) {
        String ip = draft.path("endpointConfiguration").path("ipAddressType").asText();
        if (types.contains("PRIVATE") && !ip.equals("dualstack")) {
            throw new BadRequestException("Only dualstack ipAddressType is supported for Private domain names.");
        }
    }

    private static void checkTls(ObjectNode draft, List<String> types) {
        String policy = draft.path("securityPolicy").asText();
        if (!hasAccessMode(policy)) {
            if (draft.has("endpointAccessMode")) {
                throw new BadRequestException(
                        "Endpoint access mode is only supported for security policies that start with " + NEW_POLICIES);
            }
            return;
        }
        if (policy.endsWith("_EDGE") != types.contains("EDGE")) {
            throw new BadRequestException(
                    "Security policy " + policy + " is not supported for the endpoint types " + types);
        }
    }

    private static void checkMutualTls(ObjectNode draft, List<String> types) {
        JsonNode mutual = draft.path("mutualTlsAuthentication");
        if (!types.equals(List.of("REGIONAL"))) {
            throw new BadRequestException("Mutual TLS is only supported for REGIONAL domain names.");
        }
        if (draft.path("securityPolicy").asText().equals("TLS_1_0")) {
            throw new BadRequestException("Mutual TLS needs a security policy of TLS 1.2 or newer.");
        }
        if (!mutual.path("truststoreUri").asText().matches("s3://[^/]+/.+")) {
            throw new BadRequestException("Invalid truststore URI: must be of the form s3://bucket-name/key-name");
        }
    }
}
