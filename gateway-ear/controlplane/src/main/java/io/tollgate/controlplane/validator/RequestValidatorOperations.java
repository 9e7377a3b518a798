package io.tollgate.controlplane.validator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
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
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.RequestValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateRequestValidator, GetRequestValidator, GetRequestValidators, UpdateRequestValidator, DeleteRequestValidator. */
@ApplicationScoped
public class RequestValidatorOperations implements Contribution {
    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/name", Nodes.textOrEmpty("name"))
            .replace("/validateRequestParameters", Nodes.flag("validateRequestParameters"))
            .replace("/validateRequestBody", Nodes.flag("validateRequestBody"));

    private final RestApis apis;
    private final RequestValidators validators;
    private final Resources resources;
    private final Ids ids;
    private final ServiceQuotas quotas;

    /** Operations on these validators. */
    @Inject
    public RequestValidatorOperations(
            RestApis apis, RequestValidators validators, Resources resources, Ids ids, ServiceQuotas quotas) {
        this.resources = resources;
        this.quotas = quotas;
        this.apis = apis;
        this.validators = validators;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateRequestValidator", this::create,
                "GetRequestValidator", request -> Reply.of(require(request)),
                "GetRequestValidators", this::list,
                "UpdateRequestValidator", this::update,
                "DeleteRequestValidator", this::delete);
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input();
        if (apis.find(apiId).isEmpty()) {
            throw new BadRequestException("Invalid REST API identifier specified");
        }
        RequestValidator validator = new RequestValidator(
                ids.six(),
                input.text("name"),
                input.flag("validateRequestBody"),
                input.flag("validateRequestParameters"));
        checkName(apiId, validator);
        quotas.checkRoom(ServiceQuota.REQUEST_VALIDATORS, validators.all(apiId).size());
        validators.put(apiId, validator);
        return Reply.of(validator);
    }

    private void checkName(String apiId, RequestValidator validator) {
        String name = validator.name();
        if (name == null) {
            return;
        }
        if (name.isBlank()) {
            throw new BadRequestException("Request Validator name cannot be blank");
        }
        boolean taken = validators.all(apiId).stream()
                .anyMatch(other -> name.equals(other.name()) && !other.id().equals(validator.id()));
        if (taken) {
            throw new BadRequestException("Request Validator name must be unique. Request Validator " + name
                    + " already exists in this RestApi.");
        }
    }

    private RequestValidator require(Request request) {
        return validators
                .find(request.at("restapi_id"), request.at("requestvalidator_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Request Validator identifier specified"));
    }

    private Reply list(Request request) {
        apis.require(request.at("restapi_id"));
        return Reply.of(Page.of(validators.all(request.at("restapi_id")), RequestValidator::id, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        RequestValidator changed = Json.patched(require(request), RequestValidator.class, PATCH, operations);
        checkName(request.at("restapi_id"), changed);
        validators.put(request.at("restapi_id"), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        RequestValidator validator = require(request);
        // AWS refuses, as clients of it tell; its words are not recorded.
        resources.checkUnused(
                apiId,
                "Request Validator '" + validator.id() + "'",
                method -> validator.id().equals(method.requestValidatorId()));
        validators.delete(apiId, validator.id());
        return Reply.empty();
    }
}
