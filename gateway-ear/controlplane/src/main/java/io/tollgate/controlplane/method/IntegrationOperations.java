package io.tollgate.controlplane.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.resource.Resources;
import io.tollgate.controlplane.vpclink.VpcLinks;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationRules;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.TlsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PutIntegration, GetIntegration, UpdateIntegration, DeleteIntegration. */
@ApplicationScoped
public class IntegrationOperations implements Contribution {
    private static final int DEFAULT_TIMEOUT = 29_000;
    private static final String NO_PARAMETER = "Invalid parameter name specified";
    private static final String NO_TYPE = "Content-Type specified was not found";
    private static final String DEFAULT_PASSTHROUGH = "WHEN_NO_MATCH";

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.TERSE)
            .replace("/uri", Nodes.text("uri"))
            .replace("/httpMethod", Nodes.text("httpMethod"))
            .replace("/credentials", Nodes.text("credentials"))
            .replace("/passthroughBehavior", Nodes.text("passthroughBehavior"))
            .replace("/contentHandling", Nodes.text("contentHandling"))
            .replace(
                    "/timeoutInMillis",
                    Nodes.integer("timeoutInMillis", "Timeout should be between 50 ms and 29000 ms"))
            .replace("/cacheNamespace", Nodes.text("cacheNamespace"))
            .replace("/connectionType", Nodes.text("connectionType"))
            .replace("/connectionId", Nodes.text("connectionId"))
            .replace("/responseTransferMode", Nodes.text("responseTransferMode"))
            .replace("/integrationTarget", Nodes.text("integrationTarget"))
            .replace(
                    "/tlsConfig/insecureSkipVerification",
                    (draft, key, value) -> draft.withObjectProperty("tlsConfig")
                            .put("insecureSkipVerification", "true".equalsIgnoreCase(value)))
            .on("add", "/requestParameters/{}", Nodes.entry("requestParameters"))
            .on(
                    "replace",
                    "/requestParameters/{}",
                    Nodes.known("requestParameters", NO_PARAMETER, Nodes.entry("requestParameters")))
            .on("remove", "/requestParameters/{}", Nodes.dropEntry("requestParameters", NO_PARAMETER))
            .on("add", "/requestTemplates/{}", Nodes.entry("requestTemplates"))
            .on(
                    "replace",
                    "/requestTemplates/{}",
                    Nodes.known("requestTemplates", NO_TYPE, Nodes.entry("requestTemplates")))
            .on("remove", "/requestTemplates/{}", Nodes.dropEntry("requestTemplates", NO_TYPE))
            .on("add", "/cacheKeyParameters/{}", (draft, key, value) -> cacheKey(draft, key, true))
            .on("remove", "/cacheKeyParameters/{}", (draft, key, value) -> cacheKey(draft, key, false));

    private final Methods methods;
    private final Resources resources;
    private final VpcLinks links;

    /** Operations on these methods' integrations. */
    @Inject
    public IntegrationOperations(Methods methods, Resources resources, VpcLinks links) {
        this.links = links;
        this.methods = methods;
        this.resources = resources;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "PutIntegration", this::put,
                "GetIntegration", this::get,
                "UpdateIntegration", this::update,
                "DeleteIntegration", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String kept = "AWS and AWS_PROXY answer a configuration error where no plugin takes the URI;"
                + " responseTransferMode and integrationTarget are kept without effect";
        return Map.of("PutIntegration", kept, "UpdateIntegration", kept);
    }

    private static void cacheKey(ObjectNode draft, String name, boolean add) {
        ArrayNode names = draft.withArrayProperty("cacheKeyParameters");
        for (int i = names.size() - 1; i >= 0; i--) {
            if (names.get(i).asText().equals(name)) {
                names.remove(i);
            }
        }
        if (add) {
            names.add(name);
        }
    }

    private Method method(Place place) {
        resources.require(place.apiId(), place.resourceId());
        return methods.require(place.apiId(), place.resourceId(), place.verb());
    }

    private Reply put(Request request) {
        Place place = Place.of(request);
        Input input = request.input()
                .required("type")
                .oneOf("type", IntegrationRules.TYPES)
                .oneOf("connectionType", IntegrationRules.CONNECTION_TYPES)
                .oneOf("contentHandling", IntegrationRules.CONTENT_HANDLINGS)
                .oneOf("responseTransferMode", IntegrationRules.TRANSFER_MODES);
        input.check();
        Integration read = read(input, place.resourceId());
        Method method = method(place);
        IntegrationRules.check(method, read);
        checkLink(read);
        Integration old = method.methodIntegration();
        Integration complete = old == null ? read : MethodParts.rebuilt(read, old.integrationResponses());
        methods.put(place.apiId(), place.resourceId(), MethodParts.with(method, complete));
        return Reply.of(complete);
    }

    /** Refuses a VPC link that does not exist; AWS's words for it are not recorded. */
    private void checkLink(Integration integration) {
        IntegrationRules.vpcLink(integration).filter(id -> !links.exists(id)).ifPresent(id -> {
            throw new BadRequestException("Invalid Vpc Link identifier specified: " + id);
        });
    }

    private static Integration read(Input input, String resourceId) {
        return new Integration(
                input.text("type", ""),
                input.text("httpMethod"),
                input.text("uri"),
                connectionType(input.text("type", ""), input.text("connectionType")),
                input.text("connectionId"),
                blankToNull(input.text("credentials")),
                input.texts("requestParameters"),
                input.texts("requestTemplates"),
                input.text("passthroughBehavior", DEFAULT_PASSTHROUGH),
                input.text("contentHandling"),
                Objects.requireNonNullElse(input.integer("timeoutInMillis"), DEFAULT_TIMEOUT),
                input.text("cacheNamespace", resourceId),
                Objects.requireNonNullElse(input.list("cacheKeyParameters"), List.<String>of()),
                null,
                input.object("tlsConfig")
                        .map(tls -> new TlsConfig(tls.flag("insecureSkipVerification")))
                        .orElse(null),
                input.text("responseTransferMode"),
                input.text("integrationTarget"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** HTTP backends are reached over the internet unless it is said otherwise; others have no connection to choose. */
    private static @Nullable String connectionType(String type, @Nullable String given) {
        if (type.startsWith("HTTP")) {
            return given == null || given.isEmpty() ? "INTERNET" : given;
        }
        return "INTERNET".equals(given) ? null : given;
    }

    private Integration integration(Place place) {
        resources.require(place.apiId(), place.resourceId());
        methods.require(place.apiId(), place.resourceId(), place.verb());
        return methods.requireIntegration(place.apiId(), place.resourceId(), place.verb());
    }

    private Reply get(Request request) {
        return Reply.of(integration(Place.of(request)));
    }

    private Reply update(Request request) {
        Place place = Place.of(request);
        List<PatchOperation> operations = request.patchOperations();
        Integration old = integration(place);
        ObjectNode draft = Json.draft(old);
        PATCH.apply(draft, operations);
        complete(draft, place.resourceId());
        Integration changed = Json.fromDraft(draft, Integration.class);
        Method method = method(place);
        IntegrationRules.check(method, changed);
        if (!IntegrationRules.vpcLink(changed).equals(IntegrationRules.vpcLink(old))) {
            checkLink(changed);
        }
        methods.put(place.apiId(), place.resourceId(), MethodParts.with(method, changed));
        return Reply.of(changed);
    }

    /** Gives members that a change has emptied the values that a new integration has. */
    private static void complete(ObjectNode draft, String resourceId) {
        if (!draft.has("passthroughBehavior")) {
            draft.put("passthroughBehavior", DEFAULT_PASSTHROUGH);
        }
        if (!draft.has("cacheNamespace")) {
            draft.put("cacheNamespace", resourceId);
        }
        String connection = connectionType(
                draft.path("type").asText(), draft.path("connectionType").textValue());
        if (connection == null) {
            draft.remove("connectionType");
        } else {
            draft.put("connectionType", connection);
        }
    }

    private Reply delete(Request request) {
        Place place = Place.of(request);
        integration(place);
        methods.put(place.apiId(), place.resourceId(), MethodParts.with(method(place), (Integration) null));
        return Reply.empty();
    }
}
