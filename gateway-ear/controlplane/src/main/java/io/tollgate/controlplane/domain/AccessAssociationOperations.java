package io.tollgate.controlplane.domain;

import io.tollgate.controlplane.store.Documents;
import io.tollgate.controlplane.store.Installation;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.domain.DomainName;
import io.tollgate.model.domain.DomainNameAccessAssociation;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * CreateDomainNameAccessAssociation, GetDomainNameAccessAssociations, DeleteDomainNameAccessAssociation,
 * RejectDomainNameAccessAssociation.
 */
@ApplicationScoped
public class AccessAssociationOperations implements Contribution, Taggable, DomainPart {
    private static final String PATH = "/domainnameaccessassociations/domainname/";

    private final Documents<AccessAssociationRow, DomainNameAccessAssociation> rows;
    private final DomainNames domains;
    private final Installation installation;
    private final Tags tags;
    private final ServiceQuotas quotas;

    /** Operations on the associations of this database. */
    @Inject
    public AccessAssociationOperations(
            EntityManager entities, DomainNames domains, Installation installation, Tags tags, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.rows = new Documents<>(
                entities, AccessAssociationRow.class, AccessAssociationRow::new, DomainNameAccessAssociation.class);
        this.domains = domains;
        this.installation = installation;
        this.tags = tags;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateDomainNameAccessAssociation", this::create,
                "GetDomainNameAccessAssociations", this::list,
                "DeleteDomainNameAccessAssociation", this::delete,
                "RejectDomainNameAccessAssociation", this::reject);
    }

    @Override
    public Map<String, String> missing() {
        return Map.of(
                "CreateDomainNameAccessAssociation",
                "the association is kept and checked, calls to its domain are not served yet");
    }

    private String arn(String path) {
        return "arn:aws:apigateway:" + installation.region() + ":" + installation.accountId() + ":" + path;
    }

    private static String path(DomainNameAccessAssociation association) {
        String arn = association.domainNameAccessAssociationArn();
        return arn.substring(arn.indexOf(":/") + 1);
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith(PATH) && rows.exists(arn(path));
    }

    private Reply create(Request request) {
        Input input = request.input()
                .required("domainNameArn")
                .required("accessAssociationSourceType")
                .required("accessAssociationSource")
                .oneOf("accessAssociationSourceType", List.of("VPCE"))
                .check();
        String domainArn = input.text("domainNameArn", "");
        DomainName domain = domains.all().stream()
                .filter(one -> one.domainNameArn().equals(domainArn) && one.domainNameId() != null)
                .findFirst()
                .orElseThrow(() -> new BadRequestException("Invalid private domain name ARN specified: " + domainArn));
        String source = input.text("accessAssociationSource", "");
        if (!source.matches("vpce-[0-9a-zA-Z]+")) {
            throw new BadRequestException("Invalid access association source specified: " + source);
        }
        String arn = arn(PATH + domain.domainName() + "/vpcesource/" + source);
        if (rows.exists(arn)) {
            throw new ConflictException("Domain name access association already exists: " + arn);
        }
        quotas.checkRoom(ServiceQuota.ACCESS_ASSOCIATIONS, all().size());
        DomainNameAccessAssociation association = new DomainNameAccessAssociation(arn, domainArn, "VPCE", source);
        rows.insert(arn, domain.key(), association);
        tags.put(path(association), input.texts("tags"));
        return Reply.of(tags.created(association, path(association)));
    }

    private List<DomainNameAccessAssociation> all() {
        return domains.all().stream()
                .flatMap(domain -> rows.all(domain.key()).stream())
                .sorted(Comparator.comparing(DomainNameAccessAssociation::domainNameAccessAssociationArn))
                .toList();
    }

    private Reply list(Request request) {
        return Reply.of(Page.of(
                        ResourceOwner.only(request, all()),
                        DomainNameAccessAssociation::domainNameAccessAssociationArn,
                        request)
                .map(association -> tags.created(association, path(association))));
    }

    private DomainNameAccessAssociation require(String arn) {
        return rows.find(arn)
                .orElseThrow(
                        () -> new NotFoundException("Invalid domain name access association identifier specified"));
    }

    private Reply delete(Request request) {
        remove(require(request.at("domain_name_access_association_arn")));
        return Reply.empty();
    }

    private Reply reject(Request request) {
        DomainNameAccessAssociation association =
                require(request.parameter("domainNameAccessAssociationArn").orElse(""));
        if (!association
                .domainNameArn()
                .equals(request.parameter("domainNameArn").orElse(""))) {
            throw new NotFoundException("Invalid domain name identifier specified");
        }
        remove(association);
        return Reply.empty();
    }

    private void remove(DomainNameAccessAssociation association) {
        rows.delete(association.domainNameAccessAssociationArn());
        tags.forget(path(association));
    }

    @Override
    public void deleteAll(String domainKey) {
        rows.all(domainKey).forEach(this::remove);
    }
}
