package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.domain.DomainName;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateDomainName, GetDomainName, GetDomainNames, UpdateDomainName, DeleteDomainName. */
@ApplicationScoped
public class DomainNameOperations implements Contribution, Taggable {
    private static final String PATH = "/domainnames/";

    private final DomainNames domains;
    private final DomainNameInput inputs;
    private final Iterable<DomainPart> parts;
    private final Tags tags;
    private final ServiceQuotas quotas;

    /** Operations on these domains. */
    @Inject
    public DomainNameOperations(
            DomainNames domains, DomainNameInput inputs, Instance<DomainPart> parts, Tags tags, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.domains = domains;
        this.inputs = inputs;
        this.parts = parts;
        this.tags = tags;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateDomainName", this::create,
                "GetDomainName", request -> Reply.of(view(domains.require(request))),
                "GetDomainNames", this::list,
                "UpdateDomainName", this::update,
                "DeleteDomainName", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String unserved = "the domain is kept and checked, calls to it are not served yet";
        return Map.of("CreateDomainName", unserved, "UpdateDomainName", unserved);
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith(PATH)
                && domains.find(path.substring(PATH.length())).isPresent();
    }

    private ObjectNode view(DomainName domain) {
        return tags.shown(domain, PATH + domain.key());
    }

    private Reply create(Request request) {
        Input input = DomainNameInput.checked(request.input());
        DomainName domain = inputs.create(input);
        List<DomainName> known = domains.all();
        if (known.stream().anyMatch(one -> isSame(one, domain))) {
            throw new BadRequestException("The domain name you provided already exists.");
        }
        checkRoom(known, domain);
        checkPolicies(domain);
        domains.insert(domain, DomainNameInput.certificate(input));
        tags.put(PATH + domain.key(), input.texts("tags"));
        return Reply.of(tags.created(domain, PATH + domain.key()));
    }

    private void checkRoom(List<DomainName> known, DomainName wanted) {
        boolean isPrivate = wanted.domainNameId() != null;
        quotas.checkRoom(
                isPrivate ? ServiceQuota.PRIVATE_DOMAIN_NAMES : ServiceQuota.DOMAIN_NAMES,
                known.stream()
                        .filter(one -> (one.domainNameId() != null) == isPrivate)
                        .count());
    }

    private void checkPolicies(DomainName domain) {
        quotas.checkLength(ServiceQuota.RESOURCE_POLICY_LENGTH, domain.policy());
        quotas.checkLength(ServiceQuota.RESOURCE_POLICY_LENGTH, domain.managementPolicy());
    }

    /** A public and a private domain may share a name: they are reached from different networks. */
    private static boolean isSame(DomainName one, DomainName other) {
        return one.domainName().equalsIgnoreCase(other.domainName())
                && (one.domainNameId() == null) == (other.domainNameId() == null);
    }

    private Reply list(Request request) {
        return Reply.of(Page.of(ResourceOwner.only(request, domains.all()), DomainName::key, request)
                .map(domain -> tags.created(domain, PATH + domain.key())));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        ObjectNode draft = Json.draft(domains.require(request));
        DomainNamePatch.TABLE.apply(draft, operations);
        DomainName changed = inputs.finished(draft);
        checkPolicies(changed);
        domains.update(changed);
        return Reply.of(view(changed));
    }

    private Reply delete(Request request) {
        String key = domains.require(request).key();
        parts.forEach(part -> part.deleteAll(key));
        domains.delete(key);
        tags.forget(PATH + key);
        return Reply.empty();
    }
}
