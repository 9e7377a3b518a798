package io.tollgate.controlplane.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.IntegrationRules;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** PutIntegrationResponse, GetIntegrationResponse, UpdateIntegrationResponse, DeleteIntegrationResponse. */
@ApplicationScoped
public class IntegrationResponseOperations implements Contribution {
    private static final String NO_PARAMETER = "Invalid parameter name specified";
    private static final String NO_TYPE = "Content-Type specified was not found";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .replace("/selectionPattern", (draft, key, value) -> draft.put("selectionPattern", value))
            .replace("/contentHandling", Nodes.text("contentHandling"))
            .on("add", "/responseParameters/{}", Nodes.entry("responseParameters"))
            .on(
                    "replace",
                    "/responseParameters/{}",
                    Nodes.known("responseParameters", NO_PARAMETER, Nodes.entry("responseParameters")))
            .on("remove", "/responseParameters/{}", Nodes.dropEntry("responseParameters", NO_PARAMETER))
            .on("add", "/responseTemplates/{}", Nodes.entry("responseTemplates"))
            .on(
                    "replace",
                    "/responseTemplates/{}",
                    Nodes.known("responseTemplates", NO_TYPE, Nodes.entry("responseTemplates")))
            .on("remove", "/responseTemplates/{}", Nodes.dropEntry("responseTemplates", NO_TYPE));

    private final Methods methods;
    private final Resources resources;

    /** Operations on these methods' integration responses. */
    @Inject
    public IntegrationResponseOperations(Methods methods, Resources resources) {
        this.methods = methods;
        this.resources = resources;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "PutIntegrationResponse", this::put,
                "GetIntegrationResponse", this::get,
                "UpdateIntegrationResponse", this::update,
                "DeleteIntegrationResponse", this::delete);
    }

    private Integration integration(Place place) {
        resources.require(place.apiId(), place.resourceId());
        return methods.requireIntegration(place.apiId(), place.resourceId(), place.verb());
    }

    private static IntegrationResponse response(Integration integration, String statusCode) {
        IntegrationResponse response = integration.integrationResponses() == null
                ? null
                : integration.integrationResponses().get(statusCode);
        if (response == null) {
            throw new NotFoundException("Invalid Response status code specified");
        }
        return response;
    }

    private void save(Place place, IntegrationResponse response) {
        Method method = methods.require(place.apiId(), place.resourceId(), place.verb());
        check(method, response);
        Integration integration = methods.requireIntegration(place.apiId(), place.resourceId(), place.verb());
        methods.put(
                place.apiId(), place.resourceId(), MethodParts.with(method, MethodParts.with(integration, response)));
    }

    private static void check(Method method, IntegrationResponse response) {
        if (response.responseTemplates() != null) {
            MappingSyntax.checkContentTypes(response.responseTemplates().keySet());
            response.responseTemplates().values().forEach(IntegrationRules::checkTemplate);
        }
        if (response.responseParameters() != null) {
            MethodResponse declared = method.methodResponses() == null
                    ? null
                    : method.methodResponses().get(response.statusCode());
            Set<String> names = declared == null || declared.responseParameters() == null
                    ? Set.of()
                    : declared.responseParameters().keySet();
            MappingSyntax.checkIntegrationResponse(response.responseParameters(), names);
        }
        IntegrationRules.checkOption(
                "content handling", response.contentHandling(), IntegrationRules.CONTENT_HANDLINGS);
        checkPattern(response);
    }

    private static void checkPattern(IntegrationResponse response) {
        if (response.selectionPattern() != null) {
            try {
                Pattern.compile(response.selectionPattern());
            } catch (PatternSyntaxException malformed) {
                throw new BadRequestException("Invalid selection pattern specified: " + response.selectionPattern());
            }
        }
    }

    private Reply put(Request request) {
        Place place = Place.of(request);
        Input input = request.input().oneOf("contentHandling", IntegrationRules.CONTENT_HANDLINGS);
        StatusCodes.validate(input, request.at("status_code"));
        input.check();
        IntegrationResponse response = new IntegrationResponse(
                request.at("status_code"),
                input.text("selectionPattern"),
                input.texts("responseParameters"),
                input.nullableTexts("responseTemplates"),
                input.text("contentHandling"));
        integration(place);
        save(place, response);
        return Reply.of(response);
    }

    private Reply get(Request request) {
        String statusCode = StatusCodes.of(request);
        return Reply.of(response(integration(Place.of(request)), statusCode));
    }

    private Reply update(Request request) {
        Place place = Place.of(request);
        Input input = request.input();
        List<PatchOperation> operations = input.patchOperations();
        StatusCodes.validate(input, request.at("status_code"));
        input.check();
        IntegrationResponse changed = Json.patched(
                response(integration(place), request.at("status_code")), IntegrationResponse.class, PATCH, operations);
        save(place, changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        Place place = Place.of(request);
        String statusCode = StatusCodes.of(request);
        Integration integration = integration(place);
        IntegrationResponse response = response(integration, statusCode);
        Method method = methods.require(place.apiId(), place.resourceId(), place.verb());
        methods.put(
                place.apiId(),
                place.resourceId(),
                MethodParts.with(method, MethodParts.withoutResponse(integration, response.statusCode())));
        return Reply.empty();
    }
}
