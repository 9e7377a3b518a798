package io.tollgate.controlplane.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.store.Ids;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateModel, GetModel, GetModels, UpdateModel, DeleteModel. */
@ApplicationScoped
public class ModelOperations implements Contribution {
    private static final String NO_PROPERTY = "Model schema must have at least 1 property or array items defined";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/description", Nodes.text("description"))
            .replace("/schema", Nodes.text("schema"));

    private final RestApis apis;
    private final Models models;
    private final Resources resources;
    private final Ids ids;

    /** Operations on these models. */
    @Inject
    public ModelOperations(RestApis apis, Models models, Resources resources, Ids ids) {
        this.apis = apis;
        this.models = models;
        this.resources = resources;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateModel", this::create,
                "GetModel", this::get,
                "GetModels", this::list,
                "UpdateModel", this::update,
                "DeleteModel", this::delete);
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input().required("name").required("contentType").check();
        apis.require(apiId);
        String name = input.text("name", "");
        if (name.isEmpty()) {
            throw new BadRequestException("Model name must be non-empty");
        }
        if (!name.matches("[a-zA-Z0-9]+")) {
            throw new BadRequestException("Model name must be alphanumeric: " + name);
        }
        if (models.find(apiId, name).isPresent()) {
            throw new ConflictException("Model name already exists for this REST API");
        }
        String contentType = input.text("contentType", "application/json");
        String schema = input.text("schema");
        checkSchema(apiId, name, schema, contentType);
        Model model = new Model(ids.six(), name, input.text("description"), schema, contentType);
        models.put(apiId, model);
        return Reply.of(model);
    }

    private void checkSchema(String apiId, String name, @Nullable String schema, String contentType) {
        if (schema == null || schema.isBlank()) {
            throw new BadRequestException(NO_PROPERTY);
        }
        if (!contentType.contains("json")) {
            return;
        }
        JsonNode tree = Json.tree(
                schema,
                "Invalid model specified: Validation Result: warnings : [], errors : [Invalid"
                        + " model schema specified]");
        if (!tree.isObject() || tree.isEmpty()) {
            throw new BadRequestException(NO_PROPERTY);
        }
        new ModelReferences(models).check(apiId, name, tree);
    }

    private Model require(Request request) {
        String name = request.at("model_name");
        return models.find(request.at("restapi_id"), name)
                .orElseThrow(() -> new NotFoundException("Invalid model name specified: " + name));
    }

    private Reply get(Request request) {
        Model model = require(request);
        if (!request.flag("flatten") || model.schema() == null) {
            return Reply.of(model);
        }
        String flat = new FlatSchema(models.all(request.at("restapi_id"))).of(model.schema());
        return Reply.of(new Model(model.id(), model.name(), model.description(), flat, model.contentType()));
    }

    private Reply list(Request request) {
        apis.require(request.at("restapi_id"));
        return Reply.of(Page.of(models.all(request.at("restapi_id")), Model::name, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        Model changed = Json.patched(require(request), Model.class, PATCH, operations);
        checkSchema(request.at("restapi_id"), changed.name(), changed.schema(), changed.contentType());
        models.put(request.at("restapi_id"), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        Model model = require(request);
        for (Resource resource : resources.all(request.at("restapi_id"))) {
            for (Method method : resource.resourceMethods().values()) {
                checkUnused(model.name(), resource.path(), method);
            }
        }
        new ModelReferences(models).checkUnused(request.at("restapi_id"), model.name());
        models.delete(request.at("restapi_id"), model.name());
        return Reply.empty();
    }

    private static void checkUnused(String name, String path, Method method) {
        boolean inRequest =
                method.requestModels() != null && method.requestModels().containsValue(name);
        boolean inResponse = method.methodResponses() != null
                && method.methodResponses().values().stream()
                        .map(MethodResponse::responseModels)
                        .filter(Objects::nonNull)
                        .anyMatch(used -> used.containsValue(name));
        if (inRequest || inResponse) {
            throw new ConflictException("Cannot delete model '" + name + "', is referenced in method "
                    + (inRequest ? "request" : "response") + ": " + path + "/" + method.httpMethod());
        }
    }
}
