package io.tollgate.controlplane.drift;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.OwnOperations;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells what differs between an API as it is edited now and what a stage serves. AWS has no such operation. */
@ApplicationScoped
public class DriftOperations implements Contribution {
    static final String OPERATION = "GetStageDrift";

    private final ApiDefinitions definitions;
    private final Stages stages;

    /** Compares these definitions. */
    @Inject
    public DriftOperations(ApiDefinitions definitions, Stages stages) {
        this.definitions = definitions;
        this.stages = stages;
    }

    @Override
    public String service() {
        return OwnOperations.SERVICE;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(OPERATION, this::drift);
    }

    private Reply drift(Request request) {
        String api = request.at("restapi_id");
        ApiDefinition edited = definitions.load(api);
        Stage stage = stages.find(api, request.at("stage_name"))
                .orElseThrow(() -> new NotFoundException("Invalid stage identifier specified"));
        CanarySettings canary = stage.canarySettings();
        DriftView ofCanary = canary == null || canary.deploymentId().equals(stage.deploymentId())
                ? null
                : view(api, canary.deploymentId(), edited, null);
        DriftView view = view(api, stage.deploymentId(), edited, ofCanary);
        return Reply.asAsked(request.headers(), view::text, view);
    }

    private DriftView view(String api, String deploymentId, ApiDefinition edited, @Nullable DriftView canary) {
        ApiDefinition live = definitions
                .frozen(api, deploymentId)
                .orElseThrow(() -> new NotFoundException("Invalid Deployment identifier specified"));
        return new DriftView(deploymentId, Drift.between(live, edited), canary);
    }
}
