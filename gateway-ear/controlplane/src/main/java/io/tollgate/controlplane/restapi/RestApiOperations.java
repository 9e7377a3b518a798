package io.tollgate.controlplane.restapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.model.Models;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.store.Installation;
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
import io.tollgate.model.error.ApiException.NotImplementedException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.restapi.ResourcePolicies;
import io.tollgate.model.restapi.RestApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateRestApi, GetRestApi, GetRestApis, UpdateRestApi, DeleteRestApi. */
@ApplicationScoped
public class RestApiOperations implements Contribution, Taggable {
    private final RestApis apis;
    private final Resources resources;
    private final Models models;
    private final Iterable<RestApiPart> parts;
    private final Tags tags;
    private final Ids ids;
    private final Clock clock;
    private final Installation installation;
    private final Changes changes;

    /** Operations on these APIs. */
    @Inject
    public RestApiOperations(
            RestApis apis,
            Resources resources,
            Models models,
            Instance<RestApiPart> parts,
            Tags tags,
            Ids ids,
            Clock clock,
            Installation installation,
            Changes changes) {
        this.apis = apis;
        this.resources = resources;
        this.models = models;
        this.parts = parts;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
        this.installation = installation;
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
    public boolean exists(String path) {
        return path.matches("/restapis/[^/]+")
                && apis.find(path.substring("/restapis/".length())).isPresent();
    }

    private static String path(String id) {
        return "/restapis/" + id;
    }

    private Reply create(Request request) {
        Input input = request.input().required("name").oneOf("apiKeySource", List.of("HEADER", "AUTHORIZER"));
        EndpointTypes.validate(input.object("endpointConfiguration"));
        input.check();
        if (input.has("cloneFrom")) {
            throw new NotImplementedException("CreateRestApi with cloneFrom");
        }
        RestApi api = read(input, ids.ten(), ids.ten());
        apis.insert(api);
        resources.insertRoot(api.id(), api.rootResourceId());
        models.insertDefaults(api.id());
        tags.put(path(api.id()), input.texts("tags"));
        return Reply.of(tags.created(api, path(api.id())));
    }

    private RestApi read(Input input, String id, String rootId) {
        String name = input.text("name", "");
        if (name.isEmpty()) {
            throw new BadRequestException("API Name cannot be an empty string");
        }
        String description = input.description();
        Integer compression = input.integer("minimumCompressionSize");
        List<String> binary = input.list("binaryMediaTypes");
        String policy = input.text("policy");
        return new RestApi(
                id,
                name,
                description,
                clock.instant().truncatedTo(ChronoUnit.SECONDS),
                input.text("version"),
                binary == null || binary.isEmpty() ? null : binary,
                compression == null ? null : RestApiPatch.compressionSize(compression),
                input.text("apiKeySource", "HEADER"),
                EndpointTypes.read(input.object("endpointConfiguration")),
                normalised(policy, id),
                input.flag("disableExecuteApiEndpoint"),
                rootId,
                input.text("securityPolicy"),
                input.text("endpointAccessMode"));
    }

    private String arn(String apiId) {
        return "arn:aws:execute-api:" + installation.region() + ":" + installation.accountId() + ":" + apiId;
    }

    private @Nullable String normalised(@Nullable String policy, String apiId) {
        return policy == null || policy.isEmpty() ? null : ResourcePolicies.normalised(policy, arn(apiId));
    }

    private ObjectNode view(RestApi api) {
        return tags.shown(api, path(api.id()));
    }

    private Reply list(Request request) {
        Page<RestApi> page = Page.of(apis.all(), RestApi::id, request);
        return Reply.of(
                new Page<>(page.position(), page.item().stream().map(this::view).toList()));
    }

    private Reply update(Request request) {
        Input input = request.input();
        List<PatchOperation> operations = input.patchOperations();
        input.check();
        RestApi old = apis.require(request.at("restapi_id"));
        ObjectNode draft = Json.draft(old);
        RestApiPatch.TABLE.apply(draft, operations);
        if (draft.hasNonNull("policy") && !draft.get("policy").asText().equals(old.policy())) {
            draft.put("policy", ResourcePolicies.normalised(draft.get("policy").asText(), arn(old.id())));
        }
        RestApi changed = Json.fromDraft(draft, RestApi.class);
        apis.update(changed);
        return Reply.of(view(changed));
    }

    private Reply delete(Request request) {
        RestApi api = apis.require(request.at("restapi_id"));
        parts.forEach(part -> part.deleteAll(api.id()));
        apis.delete(api.id());
        tags.forget(path(api.id()));
        changes.note(new Change.OfApi(api.id()));
        return Reply.empty();
    }
}
