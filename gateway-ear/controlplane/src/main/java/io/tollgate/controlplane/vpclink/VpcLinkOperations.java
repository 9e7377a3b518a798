package io.tollgate.controlplane.vpclink;

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
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateVpcLink, GetVpcLink, GetVpcLinks, UpdateVpcLink, DeleteVpcLink: the links of REST APIs. */
@ApplicationScoped
public class VpcLinkOperations implements Contribution, Taggable {
    private static final String PATH = "/vpclinks/";
    private static final String ARN = "arn:[^:]+:[^:]+:[^:]*:[^:]*:.+";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/name", (draft, key, value) -> draft.put("name", name(value)))
            .replace("/description", Nodes.text("description"));

    private final VpcLinks links;
    private final VpcLinkReferences references;
    private final Tags tags;
    private final Ids ids;
    private final ServiceQuotas quotas;

    /** Operations on the links of this database. */
    @Inject
    public VpcLinkOperations(VpcLinks links, VpcLinkReferences references, Tags tags, Ids ids, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.links = links;
        this.references = references;
        this.tags = tags;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateVpcLink", this::create,
                "GetVpcLink", request -> Reply.of(view(require(request))),
                "GetVpcLinks", this::list,
                "UpdateVpcLink", this::update,
                "DeleteVpcLink", this::delete);
    }

    @Override
    public boolean exists(String path) {
        return path.startsWith(PATH) && links.exists(path.substring(PATH.length()));
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw new BadRequestException("Name cannot be empty");
        }
        return name;
    }

    private ObjectNode view(VpcLink link) {
        return tags.shown(link, PATH + link.id());
    }

    private Reply create(Request request) {
        Input input = request.input().required("name").required("targetArns").check();
        String name = name(input.text("name"));
        List<String> targets = Objects.requireNonNullElse(input.list("targetArns"), List.<String>of());
        checkTargets(targets);
        quotas.checkRoom(ServiceQuota.VPC_LINKS, links.all().size());
        VpcLink pending = new VpcLink(ids.six(), name, input.text("description"), targets, "PENDING", null);
        links.put(available(pending));
        tags.put(PATH + pending.id(), input.texts("tags"));
        return Reply.of(tags.created(pending, PATH + pending.id()));
    }

    private static VpcLink available(VpcLink link) {
        return new VpcLink(
                link.id(),
                link.name(),
                link.description(),
                link.targetArns(),
                "AVAILABLE",
                "Your vpc link is ready for use");
    }

    private static void checkTargets(List<String> targets) {
        if (targets.isEmpty()) {
            throw new BadRequestException("No target arn specified for vpc link.");
        }
        if (targets.size() > 1) {
            throw new BadRequestException("More than one target arn specified for vpc link.");
        }
        if (!targets.get(0).matches(ARN)) {
            throw new BadRequestException("Invalid ARN. ARN is not well formed " + targets.get(0));
        }
    }

    private VpcLink require(Request request) {
        return links.find(request.at("vpclink_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Vpc Link identifier specified"));
    }

    private Reply list(Request request) {
        return Reply.of(Page.of(links.all(), VpcLink::id, request).map(link -> tags.created(link, PATH + link.id())));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        if (operations.stream().anyMatch(one -> String.valueOf(one.path()).startsWith("/targetArns"))) {
            throw new BadRequestException("Target arns are not allowed to be changed/added.");
        }
        VpcLink changed = Json.patched(require(request), VpcLink.class, PATCH, operations);
        links.put(changed);
        return Reply.of(view(changed));
    }

    private Reply delete(Request request) {
        VpcLink link = require(request);
        references.checkUnused(link.id());
        links.delete(link.id());
        tags.forget(PATH + link.id());
        return Reply.empty();
    }
}
