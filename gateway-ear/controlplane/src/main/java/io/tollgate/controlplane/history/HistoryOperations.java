package io.tollgate.controlplane.history;

import io.tollgate.controlplane.deployment.Deployments;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Contribution;
import io.tollgate.controlplane.wire.OwnOperations;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.stage.Deployment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Function;

/**
 * Tells which deployment was live on a stage from when to when, newest first: a page of {@code limit} entries (25 unless asked,
 * 500 at most) after {@code position}. AWS has no such operation.
 */
@ApplicationScoped
public class HistoryOperations implements Contribution {
    static final String OPERATION = "GetStageHistory";

    private final RestApis apis;
    private final Stages stages;
    private final Deployments deployments;
    private final StageHistory history;

    /** Operations on this history. */
    @Inject
    public HistoryOperations(RestApis apis, Stages stages, Deployments deployments, StageHistory history) {
        this.apis = apis;
        this.stages = stages;
        this.deployments = deployments;
        this.history = history;
    }

    @Override
    public String service() {
        return OwnOperations.SERVICE;
    }

    @Override
    public Map<String, Function<Request, Reply>> operations() {
        return Map.of(OPERATION, this::history);
    }

    private Reply history(Request request) {
        String api = request.at("restapi_id");
        String stage = request.at("stage_name");
        apis.require(api);
        Page<HistoryEntry> page = history.page(
                api,
                stage,
                request.position(),
                request.limit(),
                id -> deployments.find(api, id).map(Deployment::description).orElse(null));
        if (page.item().isEmpty() && stages.find(api, stage).isEmpty()) {
            throw new NotFoundException("Invalid stage identifier specified");
        }
        return Reply.asAsked(request.headers(), () -> HistoryText.of(page.item()), page);
    }
}
