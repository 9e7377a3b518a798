package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.model.error.ApiException.BadRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What a domain has for each of its endpoint types: a certificate that it must bring, and names that are made for it. The
 * names look like AWS's; no DNS of Tollgate's answers to them.
 */
@ApplicationScoped
public class EndpointMembers {
    private static final String EDGE_ZONE = "Z2FDTNDATAQYW2";
    private static final String REGIONAL_ZONE = "Z1UJRXOUMOOFQ8";
    private static final String ARN = "arn:[^:]+:(acm|iam):[^:]*:[^:]*:.+";
    private static final List<String> EDGE_CERTIFICATE = List.of("certificateArn", "certificateName");
    private static final List<String> REGIONAL_CERTIFICATE =
            List.of("regionalCertificateArn", "regionalCertificateName");

    private final Ids ids;
    private final Clock clock;
    private final Installation installation;

    /** Endpoints of this installation. */
    @Inject
    public EndpointMembers(Ids ids, Clock clock, Installation installation) {
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
    }

    static List<String> types(ObjectNode draft) {
        List<String> types = new ArrayList<>();
        draft.path("endpointConfiguration").path("types").forEach(type -> types.add(type.asText()));
        return types;
    }

    /** Changes the types; what belongs to those that are gone goes with them. */
    static void setTypes(ObjectNode draft, List<String> types) {
        if (types.isEmpty()) {
            throw new BadRequestException("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        ArrayNode list = draft.withObjectProperty("endpointConfiguration").putArray("types");
        types.forEach(list::add);
        if (!types.contains("EDGE") && !types.contains("PRIVATE")) {
            draft.remove(EDGE_CERTIFICATE);
            draft.remove(List.of("certificateUploadDate", "distributionDomainName", "distributionHostedZoneId"));
        }
        if (!types.contains("REGIONAL")) {
            draft.remove(REGIONAL_CERTIFICATE);
            draft.remove(List.of("regionalDomainName", "regionalHostedZoneId"));
        }
    }

    /** Checks the certificates and completes the names of every type that the draft has. */
    void complete(ObjectNode draft) {
        List<String> types = types(draft);
        String other = types.contains("PRIVATE") ? "PRIVATE" : "EDGE";
        certificates(draft, types.contains(other), other, "REGIONAL", EDGE_CERTIFICATE);
        certificates(draft, types.contains("REGIONAL"), "REGIONAL", other, REGIONAL_CERTIFICATE);
        checkArn(draft.path("certificateArn"), other.equals("EDGE") ? "us-east-1" : installation.region());
        checkArn(draft.path("regionalCertificateArn"), installation.region());
        checkArn(draft.path("ownershipVerificationCertificateArn"), installation.region());
        if (types.contains(other) && !draft.has("certificateUploadDate")) {
            draft.put("certificateUploadDate", clock.instant().getEpochSecond());
        }
        if (types.contains("EDGE") && !draft.has("distributionDomainName")) {
            draft.put("distributionDomainName", "d" + ids.ten() + ids.six().substring(3) + ".cloudfront.net");
            draft.put("distributionHostedZoneId", EDGE_ZONE);
        }
        if (types.contains("REGIONAL") && !draft.has("regionalDomainName")) {
            draft.put(
                    "regionalDomainName",
                    "d-" + ids.ten() + ".execute-api." + installation.region() + ".amazonaws.com");
            draft.put("regionalHostedZoneId", REGIONAL_ZONE);
        }
    }

    private static void certificates(
            ObjectNode draft, boolean active, String type, String other, List<String> members) {
        boolean given = members.stream().anyMatch(draft::hasNonNull);
        if (given && !active) {
            throw new BadRequestException("Cannot import certificates for " + type + " while " + other + " is active.");
        }
        if (active && !given) {
            throw new BadRequestException("A certificate was not provided for the endpoint type " + type + ".");
        }
    }

    private static void checkArn(JsonNode given, String region) {
        if (!given.isTextual()) {
            return;
        }
        String arn = given.asText();
        if (!arn.matches(ARN)) {
            throw new BadRequestException("Invalid certificate ARN: " + arn);
        }
        String[] parts = arn.split(":", -1);
        if (parts[2].equals("acm") && !parts[3].equals(region)) {
            throw new BadRequestException(
                    "Invalid certificate ARN: " + arn + ". Certificate must be in '" + region + "'.");
        }
    }
}
