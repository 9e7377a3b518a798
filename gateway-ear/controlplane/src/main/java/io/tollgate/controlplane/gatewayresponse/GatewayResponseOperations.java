package io.tollgate.controlplane.gatewayresponse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.patch.PatchTable.Change;
import io.tollgate.model.restapi.GatewayResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** PutGatewayResponse, GetGatewayResponse, GetGatewayResponses, UpdateGatewayResponse, DeleteGatewayResponse. */
@ApplicationScoped
public class GatewayResponseOperations implements Contribution {
    private static final String NO_PARAMETER = "Invalid parameter name specified";
    private static final String NO_TYPE = "Content-Type specified was not found";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .replace("/statusCode", GatewayResponseOperations::statusCode)
            .on("add", "/responseParameters/{}", present("responseParameters"))
            .on(
                    "replace",
                    "/responseParameters/{}",
                    Nodes.known("responseParameters", NO_PARAMETER, present("responseParameters")))
            .on("remove", "/responseParameters/{}", removed("responseParameters", NO_PARAMETER))
            .on("add", "/responseTemplates/{}", present("responseTemplates"))
            .on(
                    "replace",
                    "/responseTemplates/{}",
                    Nodes.known("responseTemplates", NO_TYPE, present("responseTemplates")))
            .on("remove", "/responseTemplates/{}", removed("responseTemplates", NO_TYPE));

    private final RestApis apis;
    private final GatewayResponses responses;

    /** Operations on these gateway responses. */
    @Inject
    public GatewayResponseOperations(RestApis apis, GatewayResponses responses) {
        this.apis = apis;
        this.responses = responses;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "PutGatewayResponse", this::put,
                "GetGatewayResponse", this::get,
                "GetGatewayResponses", this::list,
                "UpdateGatewayResponse", this::update,
                "DeleteGatewayResponse", this::delete);
    }

    /** Refuses what the table could not say in AWS's words. */
    private static void checkPath(PatchOperation operation) {
        String path = Objects.requireNonNullElse(operation.path(), "");
        if (path.equals("/statusCode") && !operation.is("replace")) {
            throw new BadRequestException("Invalid patch path " + path);
        }
        boolean whole = path.equals("/responseParameters") || path.equals("/responseTemplates");
        if (whole && !operation.is("remove") && operation.value() == null) {
            throw new BadRequestException("Invalid null or empty value in " + path.substring(1));
        }
    }

    /** Refuses headers and templates that cannot be written. */
    private static void check(GatewayResponse response) {
        MappingSyntax.checkGatewayResponse(response.responseParameters());
        MappingSyntax.checkContentTypes(response.responseTemplates().keySet());
    }

    private static void statusCode(ObjectNode draft, String key, @org.jspecify.annotations.Nullable String value) {
        if (value == null || !value.matches("[1-5]\\d\\d")) {
            throw new BadRequestException("Invalid status code specified: " + value);
        }
        draft.put("statusCode", value);
    }

    private static Change<ObjectNode> present(String map) {
        return (draft, key, value) -> {
            if (value == null || value.isEmpty()) {
                throw new BadRequestException("Invalid null or empty value in " + map);
            }
            draft.withObjectProperty(map).put(key, value);
        };
    }

    private static Change<ObjectNode> removed(String map, String missing) {
        return Nodes.known(
                map,
                missing,
                (draft, key, value) -> draft.withObjectProperty(map).remove(key));
    }

    private static String type(Request request, Input input) {
        String type = request.at("response_type");
        if (!GatewayResponseDefaults.TYPES.contains(type)) {
            input.violation(
                    type,
                    "responseType",
                    "Member must satisfy enum value set: [" + String.join(", ", GatewayResponseDefaults.TYPES) + "]");
        }
        return type;
    }

    private Reply put(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input();
        String type = type(request, input);
        String status = input.text("statusCode");
        if (status != null && !status.matches("[1-5]\\d\\d")) {
            input.violation(
                    status,
                    "putGatewayResponseInput.statusCode",
                    "Member must satisfy regular expression pattern: [1-5]\\d\\d");
        }
        input.check();
        apis.require(apiId);
        GatewayResponse standard = GatewayResponseDefaults.of(type);
        Map<String, String> templates = input.texts("responseTemplates");
        GatewayResponse response = new GatewayResponse(
                type,
                status == null ? standard.statusCode() : status,
                Objects.requireNonNullElse(input.texts("responseParameters"), Map.<String, String>of()),
                templates == null || templates.isEmpty() ? standard.responseTemplates() : templates,
                false);
        check(response);
        responses.put(apiId, response);
        return Reply.of(response);
    }

    private Reply get(Request request) {
        Input input = request.nothing();
        String type = type(request, input);
        input.check();
        apis.require(request.at("restapi_id"));
        return Reply.of(effective(request.at("restapi_id"), type));
    }

    private GatewayResponse effective(String apiId, String type) {
        return responses
                .find(apiId, type)
                .orElseGet(() -> GatewayResponseDefaults.inherited(
                        type, responses.find(apiId, GatewayResponseDefaults.family(type))));
    }

    private Reply list(Request request) {
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        List<GatewayResponse> all = GatewayResponseDefaults.TYPES.stream()
                .sorted()
                .map(type -> effective(apiId, type))
                .toList();
        return Reply.of(Page.of(all, GatewayResponse::responseType, request));
    }

    private Reply update(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input();
        List<PatchOperation> operations = input.patchOperations();
        String type = type(request, input);
        input.check();
        apis.require(apiId);
        ObjectNode draft = Json.draft(effective(apiId, type));
        for (PatchOperation operation : operations) {
            checkPath(operation);
            PATCH.apply(draft, List.of(operation));
        }
        draft.put("defaultResponse", false);
        GatewayResponse changed = Json.fromDraft(draft, GatewayResponse.class);
        check(changed);
        responses.put(apiId, changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.nothing();
        String type = type(request, input);
        input.check();
        apis.require(apiId);
        if (responses.find(apiId, type).isEmpty()) {
            throw new NotFoundException("Gateway response type not defined on api");
        }
        responses.delete(apiId, type);
        return Reply.empty();
    }
}
