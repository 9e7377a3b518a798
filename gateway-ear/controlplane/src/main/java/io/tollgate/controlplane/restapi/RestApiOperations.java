package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.model.Models;
import io.tollgate.controlplane.openapi.DefinitionStore;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateRestApi, GetRestApi, GetRestApis, UpdateRestApi, DeleteRestApi. */
@ApplicationScoped
public class RestApiOperations implements Contribution, Taggable {
    private final RestApis apis;
    private final Resources resources;
    private final Models models;
    private final Iterable<RestApiPart> parts;
    private final Iterable<RestApiReference> references;
    private final Tags tags;
    private final Ids ids;
    private final RestApiInput inputs;
    private final ApiDefinitions definitions;
    private final DefinitionStore store;
    private final Changes changes;

    /** Operations on these APIs. */
    @Inject
    public RestApiOperations(
            RestApis apis,
            Resources resources,
            Models models,
            Instance<RestApiPart> parts,
            Instance<RestApiReference> references,
            Tags tags,
            Ids ids,
            RestApiInput inputs,
            ApiDefinitions definitions,
            DefinitionStore store,
            Changes changes) {
        this.apis = apis;
        this.resources = resources;
        this.models = models;
        this.parts = parts;
        this.references = references;
        this.tags = tags;
        this.ids = ids;
        this.inputs = inputs;
        this.definitions = definitions;
        this.store = store;
        this.changes = changes;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateRestApi", this::create,
                "GetRestApi", request -> Reply.of(view(apis.require(request.at("restapi_id")))),
                "GetRestApis", this::list,
                "UpdateRestApi", this::update,
                "DeleteRestApi", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String kept = "policy, securityPolicy, endpointAccessMode and VPC endpoints are kept and checked, not enforced";
        return Map.of("CreateRestApi", kept, "UpdateRestApi", kept);
    }

    @Override
    public boolean exists(String path) {
        return path.matches("/restapis/[^/]+")
                && apis.find(path.substring("/restapis/".length())).isPresent();
    }

    private static String path(String id) {
        return "/restapis/" + id;
    }

    private Reply create(Request request) {
        Input input = RestApiInput.checked(request);
        RestApi api = input.has("cloneFrom") ? cloned(request, input.text("cloneFrom", "")) : made(input);
        tags.put(path(api.id()), input.texts("tags"));
        return Reply.of(RestApiView.of(tags.created(api, path(api.id()))));
    }

    private RestApi made(Input input) {
        RestApi api = inputs.create(input);
        apis.insert(api);
        resources.insertRoot(api.id(), api.rootResourceId());
        models.insertDefaults(api.id());
        return api;
    }

    private RestApi cloned(Request request, String sourceId) {
        if (apis.find(sourceId).isEmpty()) {
            throw new BadRequestException("Invalid REST API identifier specified");
        }
        ApiDefinition source = definitions.load(sourceId);
        RestApi api = inputs.clone(request, source.restApi());
        store.insert(RestApiClone.of(source, api, ids::six));
        return api;
    }

    private ObjectNode view(RestApi api) {
        return RestApiView.of(tags.shown(api, path(api.id())));
    }

    private Reply list(Request request) {
        Page<RestApi> page = Page.of(apis.all(), RestApi::id, request);
        return Reply.of(page.map(api -> RestApiView.of(tags.created(api, path(api.id())))));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        RestApi old = apis.require(request.at("restapi_id"));
        ObjectNode draft = Json.draft(old);
        RestApiPatch.TABLE.apply(draft, operations);
        if (draft.hasNonNull("policy") && !draft.get("policy").asText().equals(old.policy())) {
            draft.put("policy", inputs.normalised(draft.get("policy").asText(), old.id()));
        }
        RestApi changed = Json.fromDraft(draft, RestApi.class);
        apis.update(changed);
        return Reply.of(view(changed));
    }

    private Reply delete(Request request) {
        RestApi api = apis.require(request.at("restapi_id"));
        references.forEach(reference -> reference.checkApiUnused(api.id()));
        parts.forEach(part -> part.deleteAll(api.id()));
        apis.delete(api.id());
        tags.forget(path(api.id()));
        changes.note(new Change.OfApi(api.id()));
        return Reply.empty();
    }
}
