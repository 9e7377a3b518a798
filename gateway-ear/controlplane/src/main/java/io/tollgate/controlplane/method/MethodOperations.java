package io.tollgate.controlplane.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Method;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PutMethod, GetMethod, UpdateMethod, DeleteMethod. */
@ApplicationScoped
public class MethodOperations implements Contribution {
    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");
    private static final String NO_PARAMETER = "Invalid parameter name specified";
    private static final String NO_TYPE = "Content-Type specified was not found";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .replace("/authorizationType", Nodes.textOrEmpty("authorizationType"))
            .replace("/authorizerId", Nodes.text("authorizerId"))
            .replace("/apiKeyRequired", Nodes.flag("apiKeyRequired"))
            .replace("/operationName", Nodes.text("operationName"))
            .replace("/requestValidatorId", Nodes.text("requestValidatorId"))
            .on("add", "/requestParameters/{}", Nodes.flagEntry("requestParameters"))
            .on(
                    "replace",
                    "/requestParameters/{}",
                    Nodes.known("requestParameters", NO_PARAMETER, Nodes.flagEntry("requestParameters")))
            .on("remove", "/requestParameters/{}", Nodes.dropEntry("requestParameters", NO_PARAMETER))
            .on("add", "/requestModels/{}", Nodes.entry("requestModels"))
            .on("replace", "/requestModels/{}", Nodes.known("requestModels", NO_TYPE, Nodes.entry("requestModels")))
            .on("remove", "/requestModels/{}", Nodes.dropEntry("requestModels", NO_TYPE))
            .on("add", "/authorizationScopes", (draft, key, value) -> scope(draft, value, true))
            .on("remove", "/authorizationScopes", (draft, key, value) -> scope(draft, value, false));

    private final Methods methods;
    private final Resources resources;
    private final MethodRules rules;

    /** Operations on these methods. */
    @Inject
    public MethodOperations(Methods methods, Resources resources, MethodRules rules) {
        this.methods = methods;
        this.resources = resources;
        this.rules = rules;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "PutMethod", this::put,
                "GetMethod", this::get,
                "UpdateMethod", this::update,
                "DeleteMethod", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String refused = "methods with an authorization type other than NONE are refused until authorizers exist";
        return Map.of("PutMethod", refused, "UpdateMethod", refused);
    }

    private static void scope(ObjectNode draft, @Nullable String value, boolean add) {
        ArrayNode scopes = draft.withArrayProperty("authorizationScopes");
        for (int i = scopes.size() - 1; i >= 0; i--) {
            if (scopes.get(i).asText().equals(value)) {
                scopes.remove(i);
            }
        }
        if (add) {
            scopes.add(value);
        }
        if (scopes.isEmpty()) {
            draft.remove("authorizationScopes");
        }
    }

    private Reply put(Request request) {
        Place place = Place.of(request);
        Input input = request.input().required("authorizationType").check();
        resources.require(place.apiId(), place.resourceId());
        if (!VERBS.contains(place.verb())) {
            throw new BadRequestException("Invalid HttpMethod specified. Valid options are " + String.join(",", VERBS));
        }
        if (methods.find(place.apiId(), place.resourceId(), place.verb()).isPresent()) {
            throw new ConflictException("Method already exists for this resource");
        }
        Method method = new Method(
                place.verb(),
                input.text("authorizationType", "NONE").toUpperCase(Locale.ROOT),
                input.text("authorizerId"),
                input.flag("apiKeyRequired"),
                input.text("requestValidatorId"),
                input.text("operationName"),
                input.flags("requestParameters"),
                input.texts("requestModels"),
                null,
                null,
                input.list("authorizationScopes"));
        Method checked = rules.checked(place.apiId(), method);
        methods.put(place.apiId(), place.resourceId(), checked);
        return Reply.of(checked);
    }

    private Method require(Place place) {
        resources.require(place.apiId(), place.resourceId());
        return methods.require(place.apiId(), place.resourceId(), place.verb());
    }

    private Reply get(Request request) {
        return Reply.of(require(Place.of(request)));
    }

    private Reply update(Request request) {
        Place place = Place.of(request);
        List<PatchOperation> operations = request.patchOperations();
        ObjectNode draft = Json.draft(require(place));
        PATCH.apply(draft, operations);
        Method changed = rules.checked(place.apiId(), Json.fromDraft(draft, Method.class));
        methods.put(place.apiId(), place.resourceId(), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        Place place = Place.of(request);
        require(place);
        methods.delete(place.apiId(), place.resourceId(), place.verb());
        return Reply.empty();
    }
}
