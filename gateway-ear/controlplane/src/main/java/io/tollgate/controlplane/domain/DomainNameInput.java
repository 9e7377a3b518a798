package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.model.domain.DomainName;
import io.tollgate.model.domain.SecurityPolicies;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.restapi.ResourcePolicies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes domain names of what CreateDomainName is given. */
@ApplicationScoped
public class DomainNameInput {
    private static final String NAME =
            "(\\*\\.)?[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?" + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*";
    private static final List<String> COPIED = List.of(
            "domainName",
            "certificateName",
            "certificateArn",
            "regionalCertificateName",
            "regionalCertificateArn",
            "ownershipVerificationCertificateArn",
            "endpointAccessMode");
    private static final List<String> SECRETS = List.of("certificateBody", "certificateChain", "certificatePrivateKey");

    private final Ids ids;
    private final Installation installation;
    private final EndpointMembers endpoints;

    /** New domains of this installation. */
    @Inject
    public DomainNameInput(Ids ids, Installation installation, EndpointMembers endpoints) {
        this.ids = ids;
        this.installation = installation;
        this.endpoints = endpoints;
    }

    /** Checks the members against the service model. */
    static Input checked(Input input) {
        input.required("domainName")
                .oneOf("securityPolicy", SecurityPolicies.ALL)
                .oneOf("endpointAccessMode", SecurityPolicies.ACCESS_MODES)
                .oneOf("routingMode", DomainNameRules.ROUTING_MODES);
        input.object("endpointConfiguration").ifPresent(endpoint -> {
            List<String> types = endpoint.list("types");
            if (types != null && !DomainNameRules.TYPES.containsAll(types)) {
                input.violation(
                        types.toString(),
                        "createDomainNameInput.endpointConfiguration.types",
                        "Member must satisfy constraint: [Member must satisfy enum value set: ["
                                + String.join(", ", DomainNameRules.TYPES) + "]]");
            }
            endpoint.oneOf("ipAddressType", DomainNameRules.IP_TYPES);
        });
        return input.check();
    }

    /** A new domain. */
    DomainName create(Input input) {
        String name = input.text("domainName", "");
        if (name.isEmpty()) {
            throw new BadRequestException("No Domain Name specified");
        }
        if (!name.matches(NAME) || name.length() > 253) {
            throw new BadRequestException("Invalid domain name specified: " + name);
        }
        ObjectNode draft = Json.draft(Map.of());
        for (String member : COPIED) {
            String value = input.text(member);
            if (value != null && !value.isEmpty()) {
                draft.put(member, value);
            }
        }
        String policy = input.text("securityPolicy", "TLS_1_2");
        draft.put("domainNameStatus", "AVAILABLE").put("securityPolicy", policy);
        if (DomainNameRules.hasAccessMode(policy) && !draft.has("endpointAccessMode")) {
            draft.put("endpointAccessMode", "BASIC");
        }
        draft.put("routingMode", input.text("routingMode", "BASE_PATH_MAPPING_ONLY"));
        input.object("mutualTlsAuthentication").ifPresent(mutual -> mutual(draft, mutual));
        endpoint(draft, input.object("endpointConfiguration"));
        identify(draft, name);
        String document = input.text("policy");
        if (document != null && !document.isEmpty()) {
            draft.put("policy", document);
        }
        return finished(draft);
    }

    private static void mutual(ObjectNode draft, Input mutual) {
        ObjectNode written = draft.putObject("mutualTlsAuthentication");
        written.put("truststoreUri", mutual.text("truststoreUri", ""));
        if (mutual.has("truststoreVersion")) {
            written.put("truststoreVersion", mutual.text("truststoreVersion"));
        }
    }

    private static void endpoint(ObjectNode draft, Optional<Input> given) {
        List<String> types = given.map(input -> input.list("types")).orElse(List.of("EDGE"));
        if (types.size() > 1) {
            throw new BadRequestException("Cannot create a domain name with multiple Endpoint Types.");
        }
        ObjectNode configuration = draft.putObject("endpointConfiguration");
        types.forEach(configuration.putArray("types")::add);
        if (types.isEmpty()) {
            throw new BadRequestException("REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.");
        }
        configuration.put(
                "ipAddressType",
                given.map(input -> input.text("ipAddressType"))
                        .orElse(types.contains("PRIVATE") ? "dualstack" : "ipv4"));
    }

    private void identify(ObjectNode draft, String name) {
        String id = EndpointMembers.types(draft).contains("PRIVATE") ? ids.ten() : null;
        String account = id == null ? "" : installation.accountId();
        if (id != null) {
            draft.put("domainNameId", id);
        }
        draft.put(
                "domainNameArn",
                "arn:aws:apigateway:" + installation.region() + ":" + account + ":/domainnames/"
                        + DomainName.key(name, id));
    }

    /** The domain that a draft describes, if it may be so. */
    DomainName finished(ObjectNode draft) {
        endpoints.complete(draft);
        DomainNameRules.check(draft);
        DomainName domain = Json.fromDraft(draft, DomainName.class);
        for (String policy : List.of("policy", "managementPolicy")) {
            if (draft.has(policy)) {
                draft.put(policy, ResourcePolicies.normalised(draft.get(policy).asText(), arn(domain)));
            }
        }
        return Json.fromDraft(draft, DomainName.class);
    }

    private String arn(DomainName domain) {
        return "arn:aws:execute-api:" + installation.region() + ":" + installation.accountId() + ":/domainnames/"
                + domain.key();
    }

    /** The certificate that comes with a request, its chain and its private key as JSON, or null. */
    static @Nullable String certificate(Input input) {
        Map<String, String> parts = new TreeMap<>();
        for (String member : SECRETS) {
            String value = input.text(member);
            if (value != null && !value.isEmpty()) {
                parts.put(member, value);
            }
        }
        if (parts.containsKey("certificateBody")) {
            checkCertificate(parts.get("certificateBody"));
        }
        return parts.isEmpty() ? null : Json.write(parts);
    }

    private static void checkCertificate(String pem) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (CertificateException unreadable) {
            throw new BadRequestException("Invalid certificate body: it is not an X.509 certificate in PEM");
        }
    }
}
