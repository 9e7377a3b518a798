package io.tollgate.controlplane.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.ServiceQuota;
import io.tollgate.controlplane.store.ServiceQuotas;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** CreateResource, GetResource, GetResources, UpdateResource, DeleteResource. */
@ApplicationScoped
public class ResourceOperations implements Contribution {

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/parentId", Nodes.text("parentId"))
            .replace("/pathPart", Nodes.text("pathPart"));

    private final RestApis apis;
    private final Resources resources;
    private final Ids ids;
    private final ServiceQuotas quotas;

    /** Operations on these resources. */
    @Inject
    public ResourceOperations(RestApis apis, Resources resources, Ids ids, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.apis = apis;
        this.resources = resources;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateResource", this::create,
                "GetResource", this::get,
                "GetResources", this::list,
                "UpdateResource", this::update,
                "DeleteResource", this::delete);
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input().required("pathPart").check();
        resources.require(apiId, request.at("parent_id"));
        List<StoredResource> known = resources.stored(apiId);
        StoredResource resource = new StoredResource(ids.six(), request.at("parent_id"), input.text("pathPart"));
        new ResourceRules(known).check(resource);
        quotas.checkRoom(ServiceQuota.RESOURCES, known.size() - 1L);
        resources.insert(apiId, resource);
        return Reply.of(view(resources.complete(apiId, resource), false));
    }

    private Reply get(Request request) {
        String apiId = request.at("restapi_id");
        StoredResource resource = resources.require(apiId, request.at("resource_id"));
        return Reply.of(view(resources.complete(apiId, resource), embeds(request)));
    }

    private static boolean embeds(Request request) {
        return request.query().all("embed").contains("methods");
    }

    private Reply list(Request request) {
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        Page<Resource> page = Page.of(resources.all(apiId), Resource::path, request);
        boolean whole = embeds(request);
        return Reply.of(new Page<>(
                page.position(),
                page.item().stream().map(one -> view(one, whole)).toList()));
    }

    private static ObjectNode view(Resource resource, boolean whole) {
        ObjectNode view = Json.draft(resource);
        if (resource.resourceMethods().isEmpty()) {
            view.remove("resourceMethods");
        } else if (!whole) {
            ObjectNode stubs = view.putObject("resourceMethods");
            resource.resourceMethods().keySet().stream().sorted().forEach(stubs::putObject);
        }
        return view;
    }

    private Reply update(Request request) {
        String apiId = request.at("restapi_id");
        List<PatchOperation> operations = request.patchOperations();
        StoredResource old = resources.require(apiId, request.at("resource_id"));
        ObjectNode draft = Json.draft(old);
        PATCH.apply(draft, operations);
        if (old.parentId() == null && !operations.isEmpty()) {
            boolean part = "/pathPart".equals(operations.get(0).path());
            throw new BadRequestException("Root resource cannot update its " + (part ? "pathPart." : "parentId."));
        }
        StoredResource changed = Json.fromDraft(draft, StoredResource.class);
        checkMoved(apiId, old, changed);
        resources.update(apiId, changed);
        return Reply.of(view(resources.complete(apiId, changed), false));
    }

    private void checkMoved(String apiId, StoredResource old, StoredResource changed) {
        ResourceRules rules = new ResourceRules(resources.stored(apiId));
        if (!Objects.equals(old.parentId(), changed.parentId())) {
            resources.require(apiId, Objects.requireNonNullElse(changed.parentId(), ""));
            rules.checkAcyclic(changed);
        }
        rules.check(changed);
        if (changed.isGreedy() && rules.hasChildren(old)) {
            throw new BadRequestException("A resource with a greedy path variable cannot have children.");
        }
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        StoredResource resource = resources.require(apiId, request.at("resource_id"));
        if (resource.parentId() == null) {
            throw new BadRequestException("Cannot delete root resource");
        }
        deleteTree(apiId, resource, resources.stored(apiId));
        return Reply.empty();
    }

    private void deleteTree(String apiId, StoredResource resource, List<StoredResource> all) {
        all.stream()
                .filter(one -> resource.id().equals(one.parentId()))
                .forEach(child -> deleteTree(apiId, child, all));
        resources.delete(apiId, resource.id());
    }
}
