package io.tollgate.controlplane.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.StageInput;
import io.tollgate.controlplane.stage.Stages;
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
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Deployment;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** CreateDeployment, GetDeployment, GetDeployments, UpdateDeployment, DeleteDeployment. */
@ApplicationScoped
public class DeploymentOperations implements Contribution {
    private static final String BAD_CONTENT = "Invalid deployment content specified.";

    private static final PatchTable<ObjectNode> PATCH =
            new PatchTable<ObjectNode>(PatchTable.Family.LISTING).replace("/description", Nodes.text("description"));

    private final RestApis apis;
    private final Deployments deployments;
    private final ApiDefinitions definitions;
    private final Stages stages;

    /** Operations on these deployments. */
    @Inject
    public DeploymentOperations(RestApis apis, Deployments deployments, ApiDefinitions definitions, Stages stages) {
        this.apis = apis;
        this.deployments = deployments;
        this.definitions = definitions;
        this.stages = stages;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(
                "CreateDeployment", this::create,
                "GetDeployment", this::get,
                "GetDeployments", this::list,
                "UpdateDeployment", this::update,
                "DeleteDeployment", this::delete);
    }

    private Reply create(Request request) {
        String apiId = request.at("restapi_id");
        Input input = request.input();
        apis.require(apiId);
        String stageName = input.text("stageName");
        Optional<Input> canary = input.object("canarySettings");
        if (canary.isPresent() && (stageName == null || stageName.isEmpty())) {
            throw new BadRequestException(BAD_CONTENT
                    + "Non null and non empty stageName must be provided for canary deployment. Provided value is "
                    + stageName);
        }
        boolean staged = stageName != null && !stageName.isEmpty();
        Stage old = stageName == null ? null : stages.find(apiId, stageName).orElse(null);
        if (canary.isPresent() && old == null) {
            throw new BadRequestException(BAD_CONTENT + "Stage " + stageName
                    + " must already be created before making a canary release deployment");
        }
        checkDeployable(apiId);
        Deployment deployment = deployments.create(apiId, input.text("description"));
        if (staged) {
            stages.put(apiId, staged(request, input, deployment.id(), old, canary), request.caller());
        }
        return Reply.of(deployment);
    }

    private Stage staged(
            Request request, Input input, String deploymentId, @Nullable Stage old, Optional<Input> canary) {
        StageInput stageInput = new StageInput(stages.now());
        if (old == null) {
            stages.checkRoom(request.at("restapi_id"));
            return stageInput.create(input, deploymentId, "stageDescription");
        }
        if (canary.isPresent() || old.canarySettings() != null) {
            CanarySettings settings = canary.isPresent()
                    ? StageInput.canary(canary.get(), deploymentId)
                    : repointed(Objects.requireNonNull(old.canarySettings()), deploymentId);
            return stageInput.withCanary(old, settings);
        }
        return stageInput.repointed(old, deploymentId, input);
    }

    private static CanarySettings repointed(CanarySettings old, String deploymentId) {
        return new CanarySettings(
                old.percentTraffic(), deploymentId, old.stageVariableOverrides(), old.useStageCache());
    }

    private void checkDeployable(String apiId) {
        List<Method> methods = definitions.load(apiId).resources().stream()
                .flatMap(resource -> resource.resourceMethods().values().stream())
                .toList();
        if (methods.isEmpty()) {
            throw new BadRequestException("The REST API doesn't contain any methods");
        }
        if (methods.stream().anyMatch(method -> method.methodIntegration() == null)) {
            throw new BadRequestException("No integration defined for method");
        }
    }

    private Deployment require(Request request) {
        return deployments
                .find(request.at("restapi_id"), request.at("deployment_id"))
                .orElseThrow(() -> new NotFoundException("Invalid Deployment identifier specified"));
    }

    private Reply get(Request request) {
        Deployment deployment = require(request);
        ObjectNode view = Json.draft(deployment);
        if (request.query().all("embed").contains("apisummary")) {
            ObjectNode summary = view.putObject("apiSummary");
            definitions
                    .frozen(request.at("restapi_id"), deployment.id())
                    .ifPresent(frozen -> frozen.resources().forEach(resource -> summarise(summary, resource)));
        }
        return Reply.of(view);
    }

    private static void summarise(ObjectNode summary, Resource resource) {
        if (resource.resourceMethods().isEmpty()) {
            return;
        }
        ObjectNode ofPath = summary.putObject(resource.path());
        resource.resourceMethods()
                .forEach((verb, method) -> ofPath.putObject(verb)
                        .put("authorizationType", method.authorizationType())
                        .put("apiKeyRequired", method.apiKeyRequired()));
    }

    private Reply list(Request request) {
        apis.require(request.at("restapi_id"));
        return Reply.of(Page.of(deployments.all(request.at("restapi_id")), Deployment::id, request));
    }

    private Reply update(Request request) {
        List<PatchOperation> operations = request.patchOperations();
        Deployment changed = Json.patched(require(request), Deployment.class, PATCH, operations);
        deployments.update(request.at("restapi_id"), changed);
        return Reply.of(changed);
    }

    private Reply delete(Request request) {
        String apiId = request.at("restapi_id");
        Deployment deployment = require(request);
        if (stages.all(apiId).stream().anyMatch(stage -> uses(stage, deployment.id()))) {
            throw new BadRequestException("Active stages pointing to this deployment must be moved or deleted");
        }
        deployments.delete(apiId, deployment.id());
        return Reply.empty();
    }

    private static boolean uses(Stage stage, String deploymentId) {
        return stage.deploymentId().equals(deploymentId)
                || (stage.canarySettings() != null
                        && stage.canarySettings().deploymentId().equals(deploymentId));
    }
}
