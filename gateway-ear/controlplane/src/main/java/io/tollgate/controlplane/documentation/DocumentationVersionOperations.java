package io.tollgate.controlplane.documentation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Nodes;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.documentation.DocumentationSnapshot;
import io.tollgate.model.documentation.DocumentationVersion;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.patch.PatchTable;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * CreateDocumentationVersion, GetDocumentationVersion, GetDocumentationVersions, UpdateDocumentationVersion,
 * DeleteDocumentationVersion.
 */
@ApplicationScoped
public class DocumentationVersionOperations implements Contribution {
    private static final PatchTable<ObjectNode> PATCH =
            new PatchTable<ObjectNode>(PatchTable.Family.LISTING).replace("/description", Nodes.text("description"));

    private final RestApis apis;
    private final Stages stages;
    private final DocumentationParts parts;
    private final DocumentationVersions versions;

    /** Operations on these versions. */
    @Inject
    public DocumentationVersionOperations(
            RestApis apis, Stages stages, DocumentationParts parts, DocumentationVersions versions) {
        this.apis = apis;
        this.stages = stages;
        this.parts = parts;
        this.versions = versions;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateDocumentationVersion", this::create,
                "GetDocumentationVersion", request -> Reply.of(require(request).version()),
                "GetDocumentationVersions", this::list,
                "UpdateDocumentationVersion", this::update,
                "DeleteDocumentationVersion", this::delete);
    }

    private Reply create(Request request) {
        Input input = request.input().required("documentationVersion").check();
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        String name = input.text("documentationVersion", "");
        if (name.isBlank()) {
            throw new BadRequestException("Documentation version must be non-empty");
        }
        if (versions.find(apiId, name).isPresent()) {
            throw new ConflictException("Documentation version already exists: " + name);
        }
        DocumentationVersion version = new DocumentationVersion(name, stages.now(), input.text("description"));
        versions.put(apiId, new DocumentationSnapshot(version, parts.all(apiId)));
        String stageName = input.text("stageName");
        if (stageName != null) {
            stages.put(apiId, bound(apiId, stageName, name), request.caller());
        }
        return Reply.of(version);
    }

    private Stage bound(String apiId, String stageName, String version) {
        Stage stage = stages.find(apiId, stageName)
                .orElseThrow(() -> new NotFoundException("Invalid stage identifier specified"));
        ObjectNode draft = Json.draft(stage);
        draft.put("documentationVersion", version);
        return Json.fromDraft(draft, Stage.class);
    }

    private DocumentationSnapshot require(Request request) {
        return versions.find(request.at("restapi_id"), request.at("doc_version"))
                .orElseThrow(() ->
                        new NotFoundException("Invalid documentation version specified: " + request.at("doc_version")));
    }

    private Reply list(Request request) {
        apis.require(request.at("restapi_id"));
        return Reply.of(Page.of(versions.all(request.at("restapi_id")), DocumentationVersion::version, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        DocumentationSnapshot old = require(request);
        DocumentationVersion changed = Json.patched(old.version(), DocumentationVersion.class, PATCH, operations);
        versions.put(request.at("restapi_id"), new DocumentationSnapshot(changed, old.parts()));
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        String version = require(request).version().version();
        if (stages.all(apiId).stream().anyMatch(stage -> version.equals(stage.documentationVersion()))) {
            throw new ConflictException(
                    "Active stages pointing to this documentation version must be moved or deleted");
        }
        versions.delete(apiId, version);
        return Reply.empty();
    }
}
