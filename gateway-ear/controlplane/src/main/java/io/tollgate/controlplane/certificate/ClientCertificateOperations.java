package io.tollgate.controlplane.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * GenerateClientCertificate, GetClientCertificate, GetClientCertificates, UpdateClientCertificate,
 * DeleteClientCertificate.
 */
@ApplicationScoped
public class ClientCertificateOperations implements Contribution, Taggable {
    private static final String PATH = "/clientcertificates/";
    private static final Duration VALIDITY = Duration.ofDays(365);

    private static final PatchTable<ObjectNode> PATCH =
            new PatchTable<ObjectNode>(PatchTable.Family.LISTING).replace("/description", Nodes.text("description"));

    private final ClientCertificates certificates;
    private final Iterable<CertificateUse> uses;
    private final Tags tags;
    private final Ids ids;
    private final Clock clock;
    private final ServiceQuotas quotas;

    /** Operations on these certificates. */
    @Inject
    public ClientCertificateOperations(
            ClientCertificates certificates,
            Instance<CertificateUse> uses,
            Tags tags,
            Ids ids,
            Clock clock,
            ServiceQuotas quotas) {
        this.quotas = quotas;
        this.certificates = certificates;
        this.uses = uses;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "GenerateClientCertificate", this::generate,
                "GetClientCertificate", request -> Reply.of(view(require(request))),
                "GetClientCertificates", this::list,
                "UpdateClientCertificate", this::update,
                "DeleteClientCertificate", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        return Map.of("GenerateClientCertificate", "backends are not shown the certificate yet when a stage names it");
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith(PATH)
                && certificates.find(path.substring(PATH.length())).isPresent();
    }

    private ObjectNode view(ClientCertificate certificate) {
        return tags.shown(certificate, PATH + certificate.clientCertificateId());
    }

    private Reply generate(Request request) {
        Input input = request.input();
        quotas.checkRoom(ServiceQuota.CLIENT_CERTIFICATES, certificates.all().size());
        Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.plus(VALIDITY);
        SelfSigned made = SelfSigned.valid(from, until);
        ClientCertificate certificate =
                new ClientCertificate(ids.six(), input.text("description"), made.pem(), from, until);
        certificates.insert(certificate, made.privateKey());
        String path = PATH + certificate.clientCertificateId();
        tags.put(path, input.texts("tags"));
        return Reply.of(tags.created(certificate, path));
    }

    private ClientCertificate require(Request request) {
        return certificates
                .find(request.at("clientcertificate_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Client Certificate identifier specified"));
    }

    private Reply list(Request request) {
        return Reply.of(Page.of(certificates.all(), ClientCertificate::clientCertificateId, request)
                .map(one -> tags.created(one, PATH + one.clientCertificateId())));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        ClientCertificate changed = Json.patched(require(request), ClientCertificate.class, PATCH, operations);
        certificates.update(changed);
        return Reply.of(view(changed));
    }

    private Reply delete(Request request) {
        String id = require(request).clientCertificateId();
        for (CertificateUse use : uses) {
            use.userOf(id).ifPresent(user -> {
                throw new BadRequestException(
                        "Cannot delete client certificate. Client certificate '" + id + "' is referenced by " + user);
            });
        }
        certificates.delete(id);
        tags.forget(PATH + id);
        return Reply.empty();
    }
}
