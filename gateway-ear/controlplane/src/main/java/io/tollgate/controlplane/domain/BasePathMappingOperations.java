package io.tollgate.controlplane.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.domain.BasePathMapping;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateBasePathMapping, GetBasePathMapping, GetBasePathMappings, UpdateBasePathMapping, DeleteBasePathMapping. */
@ApplicationScoped
public class BasePathMappingOperations implements Contribution {
    private static final PatchTable<ObjectNode> PATCH = new PatchTable<ObjectNode>(PatchTable.Family.LISTING)
            .replace("/basePath", (draft, key, value) -> draft.put("basePath", basePath(value)))
            .replace("/stage", (draft, key, value) -> stage(draft, value))
            .replace("/restapiId", (draft, key, value) -> draft.put("restApiId", value))
            .replace("/restApiId", (draft, key, value) -> draft.put("restApiId", value));

    private final DomainNames domains;
    private final BasePathMappings mappings;
    private final RestApis apis;
    private final Stages stages;

    /** Operations on these mappings. */
    @Inject
    public BasePathMappingOperations(DomainNames domains, BasePathMappings mappings, RestApis apis, Stages stages) {
        this.domains = domains;
        this.mappings = mappings;
        this.apis = apis;
        this.stages = stages;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateBasePathMapping", this::create,
                "GetBasePathMapping",
                        request -> Reply.of(require(domains.require(request).key(), request)),
                "GetBasePathMappings", this::list,
                "UpdateBasePathMapping", this::update,
                "DeleteBasePathMapping", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String unserved = "the mapping is kept and checked, calls to its domain are not served yet";
        return Map.of("CreateBasePathMapping", unserved, "UpdateBasePathMapping", unserved);
    }

    private static String basePath(@Nullable String given) {
        if (given == null || given.isEmpty() || given.equals(BasePathMapping.NONE)) {
            return BasePathMapping.NONE;
        }
        if (given.contains("/")) {
            throw new BadRequestException(
                    "API Gateway V1 doesn't support the slash character (/) in base path mappings."
                            + " To create a multi-level base path mapping, use API Gateway V2.");
        }
        if (!given.matches("[A-Za-z0-9$_.+!*'()-]{1,300}")) {
            throw new BadRequestException(
                    "Invalid base path specified: " + given + ". Only A-Za-z0-9 and $-_.+!*'() are allowed.");
        }
        return given;
    }

    private static void stage(ObjectNode draft, @Nullable String given) {
        if (given == null || given.isEmpty() || given.equals(BasePathMapping.NONE)) {
            draft.remove("stage");
        } else {
            draft.put("stage", given);
        }
    }

    private Reply create(Request request) {
        Input input = request.input().required("restApiId").check();
        String domain = domains.require(request).key();
        ObjectNode draft = Json.draft(Map.of("restApiId", input.text("restApiId", "")));
        draft.put("basePath", basePath(input.text("basePath")));
        stage(draft, input.text("stage"));
        BasePathMapping mapping = checked(draft);
        checkFree(domain, mapping);
        mappings.put(domain, mapping);
        return Reply.of(mapping);
    }

    private BasePathMapping checked(ObjectNode draft) {
        BasePathMapping mapping = Json.fromDraft(draft, BasePathMapping.class);
        if (apis.find(Objects.requireNonNullElse(mapping.restApiId(), "")).isEmpty()) {
            throw new BadRequestException("Invalid REST API identifier specified");
        }
        if (mapping.stage() != null
                && stages.find(mapping.restApiId(), mapping.stage()).isEmpty()) {
            throw new BadRequestException("Invalid stage identifier specified");
        }
        return mapping;
    }

    private void checkFree(String domain, BasePathMapping mapping) {
        if (mappings.find(domain, mapping.basePath()).isPresent()) {
            throw new ConflictException("Base path already exists for this domain name");
        }
    }

    private BasePathMapping require(String domain, Request request) {
        return mappings.find(domain, request.at("base_path"))
                .orElseThrow(() -> new NotFoundException("Invalid base path mapping identifier specified"));
    }

    private Reply list(Request request) {
        String domain = domains.require(request).key();
        return Reply.of(Page.of(mappings.all(domain), BasePathMapping::basePath, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        String domain = domains.require(request).key();
        BasePathMapping old = require(domain, request);
        ObjectNode draft = Json.draft(old);
        PATCH.apply(draft, operations);
        BasePathMapping changed = checked(draft);
        if (!changed.basePath().equals(old.basePath())) {
            checkFree(domain, changed);
            mappings.delete(domain, old.basePath());
        }
        mappings.put(domain, changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String domain = domains.require(request).key();
        mappings.delete(domain, require(domain, request).basePath());
        return Reply.empty();
    }
}
