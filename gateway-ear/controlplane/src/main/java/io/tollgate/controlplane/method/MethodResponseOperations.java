package io.tollgate.controlplane.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** PutMethodResponse, GetMethodResponse, UpdateMethodResponse, DeleteMethodResponse. */
@ApplicationScoped
public class MethodResponseOperations implements Contribution {
    private static final String NO_PARAMETER = "Invalid parameter name specified";
    private static final String NO_TYPE = "Content-Type specified was not found";
    private static final String NO_STATUS = "Invalid Response status code specified";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .on("add", "/responseParameters/{}", Nodes.flagEntry("responseParameters"))
            .on(
                    "replace",
                    "/responseParameters/{}",
                    Nodes.known("responseParameters", NO_PARAMETER, Nodes.flagEntry("responseParameters")))
            .on("remove", "/responseParameters/{}", Nodes.dropEntry("responseParameters", NO_PARAMETER))
            .on("add", "/responseModels/{}", Nodes.entry("responseModels"))
            .on("replace", "/responseModels/{}", Nodes.known("responseModels", NO_TYPE, Nodes.entry("responseModels")))
            .on("remove", "/responseModels/{}", Nodes.dropEntry("responseModels", NO_TYPE));

    private final Methods methods;
    private final Resources resources;
    private final MethodRules rules;

    /** Operations on these methods. */
    @Inject
    public MethodResponseOperations(Methods methods, Resources resources, MethodRules rules) {
        this.methods = methods;
        this.resources = resources;
        this.rules = rules;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "PutMethodResponse", this::put,
                "GetMethodResponse", this::get,
                "UpdateMethodResponse", this::update,
                "DeleteMethodResponse", this::delete);
    }

    private Method method(Place place) {
        resources.require(place.apiId(), place.resourceId());
        return methods.require(place.apiId(), place.resourceId(), place.verb());
    }

    private static MethodResponse response(Method method, String statusCode) {
        MethodResponse response = method.methodResponses() == null
                ? null
                : method.methodResponses().get(statusCode);
        if (response == null) {
            throw new NotFoundException(NO_STATUS);
        }
        return response;
    }

    private void save(Place place, Method method, MethodResponse response) {
        rules.checkModels(place.apiId(), response.responseModels());
        if (response.responseParameters() != null) {
            MappingSyntax.checkResponseParameters(response.responseParameters().keySet());
        }
        methods.put(place.apiId(), place.resourceId(), MethodParts.with(method, response));
    }

    private Reply put(Request request) {
        Place place = Place.of(request);
        String statusCode = request.at("status_code");
        Input input = request.input();
        StatusCodes.validate(input, statusCode);
        input.check();
        Method method = method(place);
        if (method.methodResponses() != null && method.methodResponses().containsKey(statusCode)) {
            throw new ConflictException("Response already exists for this resource");
        }
        MethodResponse response =
                new MethodResponse(statusCode, input.flags("responseParameters"), input.texts("responseModels"));
        save(place, method, response);
        return Reply.of(response);
    }

    private Reply get(Request request) {
        String statusCode = StatusCodes.of(request);
        return Reply.of(response(method(Place.of(request)), statusCode));
    }

    private Reply update(Request request) {
        Place place = Place.of(request);
        Input input = request.input();
        List<PatchOperation> operations = input.patchOperations();
        StatusCodes.validate(input, request.at("status_code"));
        input.check();
        Method method = method(place);
        MethodResponse changed =
                Json.patched(response(method, request.at("status_code")), MethodResponse.class, PATCH, operations);
        save(place, method, changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        Place place = Place.of(request);
        String statusCode = StatusCodes.of(request);
        Method method = method(place);
        MethodResponse response = response(method, statusCode);
        methods.put(place.apiId(), place.resourceId(), MethodParts.withoutResponse(method, response.statusCode()));
        return Reply.empty();
    }
}
