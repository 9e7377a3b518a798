package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.model.domain.SecurityPolicies;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.patch.PatchTable.Change;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What UpdateDomainName can change. */
final class DomainNamePatch {
    static final PatchTable<ObjectNode> TABLE = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/certificateName", certificate("certificateName"))
            .replace("/certificateArn", certificate("certificateArn"))
            .replace("/regionalCertificateName", Nodes.text("regionalCertificateName"))
            .replace("/regionalCertificateArn", Nodes.text("regionalCertificateArn"))
            .replace("/securityPolicy", DomainNamePatch::securityPolicy)
            .replace("/endpointAccessMode", Nodes.oneOf("endpointAccessMode", SecurityPolicies.ACCESS_MODES))
            .replace("/routingMode", Nodes.oneOf("routingMode", DomainNameRules.ROUTING_MODES))
            .replace("/ownershipVerificationCertificateArn", Nodes.text("ownershipVerificationCertificateArn"))
            .replace("/mutualTlsAuthentication/truststoreUri", DomainNamePatch::truststore)
            .replace("/mutualTlsAuthentication/truststoreVersion", DomainNamePatch::truststoreVersion)
            .replace("/policy", Nodes.text("policy"))
            .replace("/managementPolicy", Nodes.text("managementPolicy"))
            .replace("/endpointConfiguration/types/{}", DomainNamePatch::replaceType)
            .replace("/endpointConfiguration/ipAddressType", DomainNamePatch::ipAddressType)
            .on("add", "/endpointConfiguration/types", DomainNamePatch::addType)
            .on("remove", "/endpointConfiguration/types", DomainNamePatch::removeType);

    private DomainNamePatch() {}

    private static Change<ObjectNode> certificate(String member) {
        return (draft, key, value) -> {
            Nodes.text(member).apply(draft, key, value);
            draft.remove("certificateUploadDate");
        };
    }

    private static void securityPolicy(ObjectNode draft, String key, @Nullable String value) {
        Nodes.oneOf("securityPolicy", SecurityPolicies.ALL).apply(draft, key, value);
        if (!DomainNameRules.hasAccessMode(draft.path("securityPolicy").asText())) {
            draft.remove("endpointAccessMode");
        } else if (!draft.has("endpointAccessMode")) {
            draft.put("endpointAccessMode", "BASIC");
        }
    }

    private static void truststore(ObjectNode draft, String key, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            draft.remove("mutualTlsAuthentication");
        } else {
            draft.withObjectProperty("mutualTlsAuthentication").put("truststoreUri", value);
        }
    }

    private static void truststoreVersion(ObjectNode draft, String key, @Nullable String value) {
        if (!draft.has("mutualTlsAuthentication")) {
            throw new BadRequestException("Mutual TLS authentication is not configured for this domain name.");
        }
        Nodes.text("truststoreVersion").apply(draft.withObjectProperty("mutualTlsAuthentication"), key, value);
    }

    private static void ipAddressType(ObjectNode draft, String key, @Nullable String value) {
        if (value == null || !DomainNameRules.IP_TYPES.contains(value)) {
            throw new BadRequestException("ipAddressType must be either ipv4 or dualstack.");
        }
        draft.withObjectProperty("endpointConfiguration").put("ipAddressType", value);
    }

    private static void replaceType(ObjectNode draft, String key, @Nullable String value) {
        List<String> types = EndpointMembers.types(draft);
        int place = key.matches("\\d") ? Integer.parseInt(key) : types.indexOf(key);
        if (place < 0 || place >= types.size()) {
            throw new BadRequestException("The domain name has no endpoint type " + key);
        }
        movable(types.get(place));
        String type = movable(value);
        List<String> changed = new ArrayList<>(types);
        changed.set(place, type);
        EndpointMembers.setTypes(draft, changed.stream().distinct().toList());
    }

    private static void addType(ObjectNode draft, String key, @Nullable String value) {
        List<String> types = new ArrayList<>(EndpointMembers.types(draft));
        types.forEach(DomainNamePatch::movable);
        String type = movable(value);
        if (!types.contains(type)) {
            types.add(type);
        }
        EndpointMembers.setTypes(draft, types);
    }

    private static void removeType(ObjectNode draft, String key, @Nullable String value) {
        List<String> types = new ArrayList<>(EndpointMembers.types(draft));
        if (!types.remove(movable(value))) {
            throw new BadRequestException("The domain name has no endpoint type " + value);
        }
        EndpointMembers.setTypes(draft, types);
    }

    private static String movable(@Nullable String type) {
        if (type == null || !DomainNameRules.TYPES.contains(type)) {
            throw new BadRequestException("Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE");
        }
        if (type.equals("PRIVATE")) {
            throw new BadRequestException("A domain name cannot change from or to the endpoint type PRIVATE.");
        }
        return type;
    }
}
