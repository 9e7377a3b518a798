package io.tollgate.controlplane.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.certificate.ClientCertificates;
import io.tollgate.controlplane.deployment.Deployments;
import io.tollgate.controlplane.documentation.DocumentationVersions;
import io.tollgate.controlplane.restapi.RestApiReference;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.tags.Taggable;
import io.tollgate.controlplane.tags.Tags;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.Input;
import io.tollgate.controlplane.wire.Json;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** CreateStage, GetStage, GetStages, UpdateStage, DeleteStage. */
@ApplicationScoped
public class StageOperations implements Contribution, Taggable {
    private final RestApis apis;
    private final Stages stages;
    private final Deployments deployments;
    private final ClientCertificates certificates;
    private final DocumentationVersions versions;
    private final Tags tags;
    private final Iterable<StagePart> parts;
    private final Iterable<RestApiReference> references;

    /** Operations on these stages. */
    @Inject
    public StageOperations(
            RestApis apis,
            Stages stages,
            Deployments deployments,
            ClientCertificates certificates,
            DocumentationVersions versions,
            Tags tags,
            Instance<StagePart> parts,
            Instance<RestApiReference> references) {
        this.apis = apis;
        this.stages = stages;
        this.deployments = deployments;
        this.certificates = certificates;
        this.versions = versions;
        this.tags = tags;
        this.parts = parts;
        this.references = references;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateStage", this::create,
                "GetStage", request -> Reply.of(view(request.at("restapi_id"), require(request))),
                "GetStages", this::list,
                "UpdateStage", this::update,
                "DeleteStage", this::delete);
    }

    @Override
    public Map<String, String> missing() {
        String kept = "access logs, execution logs, tracing and client certificates are kept without effect";
        return Map.of("CreateStage", kept, "UpdateStage", kept);
    }

    @Override
    public boolean exists(String path) {
        String[] parts = path.split("/", -1);
        return parts.length == 5
                && parts[1].equals("restapis")
                && parts[3].equals("stages")
                && stages.find(parts[2], parts[4]).isPresent();
    }

    @Override
    public void tagged(String path) {
        String[] parts = path.split("/", -1);
        stages.tagged(parts[2], parts[4]);
    }

    static String path(String apiId, String stageName) {
        return "/restapis/" + apiId + "/stages/" + stageName;
    }

    private ObjectNode view(String apiId, Stage stage) {
        return tags.created(stage, path(apiId, stage.stageName()));
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input =
                request.input().required("stageName").required("deploymentId").check();
        apis.require(apiId);
        String deploymentId = input.text("deploymentId", "");
        if (deployments.find(apiId, deploymentId).isEmpty()) {
            throw new BadRequestException("Deployment id does not exist");
        }
        Stage stage = new StageInput(stages.now()).create(input, deploymentId, "description");
        if (stages.find(apiId, stage.stageName()).isPresent()) {
            throw new ConflictException("Stage already exists");
        }
        if (stage.canarySettings() != null
                && deployments
                        .find(apiId, stage.canarySettings().deploymentId())
                        .isEmpty()) {
            throw new BadRequestException("Deployment id does not exist");
        }
        String version = stage.documentationVersion();
        if (version != null && versions.find(apiId, version).isEmpty()) {
            throw new BadRequestException("Invalid documentation version specified: " + version);
        }
        stages.checkRoom(apiId);
        stages.put(apiId, stage, request.caller());
        tags.put(path(apiId, stage.stageName()), input.texts("tags"));
        return Reply.of(view(apiId, stage));
    }

    private Stage require(Request request) {
        return stages.find(request.at("restapi_id"), request.at("stage_name"))
                .orElseThrow(() -> new NotFoundException("Invalid stage identifier specified"));
    }

    private Reply list(Request request) {
        String apiId = request.at("restapi_id");
        apis.require(apiId);
        String deploymentId = request.parameter("deploymentId").orElse("");
        List<ObjectNode> items = stages.all(apiId).stream()
                .filter(stage -> deploymentId.isEmpty() || stage.deploymentId().equals(deploymentId))
                .map(stage -> view(apiId, stage))
                .toList();
        return Reply.of(new Page<>(null, items));
    }

    private Reply update(Request request) {
        String apiId = request.at("restapi_id");
        List<PatchOperation> operations = request.patchOperations();
        ObjectNode draft = Json.draft(require(request));
        new StagePatch(
                        id -> deployments.find(apiId, id).isPresent(),
                        id -> certificates.find(id).isPresent(),
                        version -> versions.find(apiId, version).isPresent())
                .apply(draft, operations);
        draft.put("lastUpdatedDate", stages.now().getEpochSecond());
        Stage changed = Json.fromDraft(draft, Stage.class);
        StageInput.checkVariables(changed.variables());
        stages.put(apiId, changed, request.caller());
        return Reply.of(view(apiId, changed));
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        String stageName = require(request).stageName();
        references.forEach(reference -> reference.checkStageUnused(apiId, stageName));
        parts.forEach(part -> part.stageDeleted(apiId, stageName));
        stages.delete(apiId, stageName, request.caller());
        tags.forget(path(apiId, stageName));
        return Reply.empty();
    }
}
