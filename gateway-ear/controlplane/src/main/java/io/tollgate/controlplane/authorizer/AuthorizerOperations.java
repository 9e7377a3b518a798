package io.tollgate.controlplane.authorizer;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.restapi.Authorizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateAuthorizer, GetAuthorizer, GetAuthorizers, UpdateAuthorizer, DeleteAuthorizer. */
@ApplicationScoped
public class AuthorizerOperations implements Contribution {
    private static final List<String> TYPES = List.of("TOKEN", "REQUEST", "COGNITO_USER_POOLS");

    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/authorizerUri", Nodes.text("authorizerUri"))
            .replace("/authorizerCredentials", Nodes.text("authorizerCredentials"))
            .replace(
                    "/authorizerResultTtlInSeconds",
                    Nodes.integer("authorizerResultTtlInSeconds", "Invalid authorizer result TTL specified"))
            .replace("/authType", Nodes.text("authType"))
            .replace("/identityValidationExpression", Nodes.text("identityValidationExpression"))
            .replace("/name", Nodes.textOrEmpty("name"))
            .replace("/type", Nodes.textOrEmpty("type"))
            .on("add", "/identitySource", Nodes.text("identitySource"))
            .replace("/identitySource", Nodes.text("identitySource"))
            .on("remove", "/identitySource", Nodes.drop("identitySource"))
            .on("add", "/providerARNs", (draft, key, value) -> provider(draft, value, true))
            .on("remove", "/providerARNs", (draft, key, value) -> provider(draft, value, false));

    private final RestApis apis;
    private final Authorizers authorizers;
    private final Resources resources;
    private final Ids ids;
    private final ServiceQuotas quotas;

    /** Operations on these authorizers. */
    @Inject
    public AuthorizerOperations(
            RestApis apis, Authorizers authorizers, Resources resources, Ids ids, ServiceQuotas quotas) {
        this.quotas = quotas;
        this.apis = apis;
        this.authorizers = authorizers;
        this.resources = resources;
        this.ids = ids;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateAuthorizer", this::create,
                "GetAuthorizer", request -> Reply.of(require(request)),
                "GetAuthorizers", this::list,
                "UpdateAuthorizer", this::update,
                "DeleteAuthorizer", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String unasked = "the authorizer is kept and checked, methods that name it are refused until authorizers exist";
        return Map.of("CreateAuthorizer", unasked, "UpdateAuthorizer", unasked);
    }

    private static void provider(ObjectNode draft, @Nullable String arn, boolean add) {
        ArrayNode arns = draft.withArrayProperty("providerARNs");
        for (int i = arns.size() - 1; i >= 0; i--) {
            if (arns.get(i).asText().equals(arn)) {
                arns.remove(i);
            }
        }
        if (add) {
            arns.add(arn);
        }
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input()
                .required("name")
                .required("type")
                .oneOf("type", TYPES)
                .check();
        if (apis.find(apiId).isEmpty()) {
            throw new ConflictException(
                    "Unable to complete operation due to concurrent modification. Please try again later.");
        }
        quotas.checkRoom(ServiceQuota.AUTHORIZERS, authorizers.all(apiId).size());
        Integer ttl = input.integer("authorizerResultTtlInSeconds");
        Authorizer authorizer = new Authorizer(
                ids.six(),
                input.text("name", ""),
                input.text("type", ""),
                input.list("providerARNs"),
                input.text("authType", defaultAuthType(input.text("type", ""))),
                input.text("authorizerUri"),
                input.text("authorizerCredentials"),
                input.text("identitySource"),
                input.text("identityValidationExpression"),
                ttl == null && !"COGNITO_USER_POOLS".equals(input.text("type")) ? Integer.valueOf(300) : ttl);
        check(authorizer);
        checkName(apiId, authorizer);
        authorizers.put(apiId, authorizer);
        return Reply.of(authorizer);
    }

    private static String defaultAuthType(String type) {
        return type.equals("COGNITO_USER_POOLS") ? "cognito_user_pools" : "custom";
    }

    private void checkName(String apiId, Authorizer authorizer) {
        boolean taken = authorizers.all(apiId).stream()
                .anyMatch(other ->
                        other.name().equals(authorizer.name()) && !other.id().equals(authorizer.id()));
        if (taken) {
            throw new BadRequestException("Authorizer name must be unique. Authorizer " + authorizer.name()
                    + " already exists in this RestApi.");
        }
    }

    private static void check(Authorizer authorizer) {
        if (authorizer.name().isBlank()) {
            throw new BadRequestException("Authorizer name cannot be blank");
        }
        boolean cognito = authorizer.type().equals("COGNITO_USER_POOLS");
        if (!TYPES.contains(authorizer.type())) {
            throw new BadRequestException("Invalid authorizer type specified. Valid options are " + TYPES);
        }
        if (!cognito
                && (authorizer.authorizerUri() == null
                        || !authorizer.authorizerUri().startsWith("arn:"))) {
            throw new BadRequestException(
                    "Invalid Authorizer URI: " + authorizer.authorizerUri()
                            + ". Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.");
        }
        if (cognito
                && (authorizer.providerARNs() == null
                        || authorizer.providerARNs().isEmpty())) {
            throw new BadRequestException("Invalid provider ARNs specified: a user pool authorizer needs at least one");
        }
        if (authorizer.type().equals("TOKEN") && authorizer.identitySource() == null) {
            throw new BadRequestException("Identity source is required for TOKEN authorizers");
        }
        Integer ttl = authorizer.authorizerResultTtlInSeconds();
        if (ttl != null && (ttl < 0 || ttl > 3600)) {
            throw new BadRequestException("Invalid authorizer result TTL specified: must be between 0 and 3600");
        }
    }

    private Authorizer require(Request request) {
        return authorizers
                .find(request.at("restapi_id"), request.at("authorizer_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Authorizer identifier specified"));
    }

    private Reply list(Request request) {
        apis.require(request.at("restapi_id"));
        return Reply.of(Page.of(authorizers.all(request.at("restapi_id")), Authorizer::id, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        Authorizer changed = Json.patched(require(request), Authorizer.class, PATCH, operations);
        check(changed);
        checkName(request.at("restapi_id"), changed);
        authorizers.put(request.at("restapi_id"), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        Authorizer authorizer = require(request);
        resources.checkUnused(
                apiId,
                "authorizer '" + authorizer.name() + "'",
                method -> authorizer.id().equals(method.authorizerId()));
        authorizers.delete(apiId, authorizer.id());
        return Reply.empty();
    }
}
