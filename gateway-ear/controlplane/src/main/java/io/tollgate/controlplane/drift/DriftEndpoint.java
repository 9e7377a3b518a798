package io.tollgate.controlplane.drift;

import io.tollgate.controlplane.deployment.ApiDefinitions;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.Stage;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Tells what differs between an API as it is edited now and what a stage serves. */
@Path("tollgate/apis/{api}/stages/{stage}/drift")
public class DriftEndpoint {
    private final SignedCalls calls;
    private final Transactions transactions;
    private final ApiDefinitions definitions;
    private final Stages stages;

    /** Made by the container for each request. */
    @Inject
    public DriftEndpoint(SignedCalls calls, Transactions transactions, ApiDefinitions definitions, Stages stages) {
        this.calls = calls;
        this.transactions = transactions;
        this.definitions = definitions;
        this.stages = stages;
    }

    /** The differences: as text for who accepts that, else as JSON. */
    @GET
    public Response drift(
            @PathParam("api") String api, @PathParam("stage") String stage, @Context HttpServletRequest request) {
        return calls.answer(request, call -> {
            DriftView view = transactions.run(() -> view(api, stage));
            return new Result(200, call.wantsText() ? Reply.text(view.text()) : Reply.of(view));
        });
    }

    private DriftView view(String api, String name) {
        ApiDefinition edited = definitions.load(api);
        Stage stage =
                stages.find(api, name).orElseThrow(() -> new NotFoundException("Invalid stage identifier specified"));
        CanarySettings canary = stage.canarySettings();
        DriftView ofCanary = canary == null || canary.deploymentId().equals(stage.deploymentId())
                ? null
                : view(api, canary.deploymentId(), edited, null);
        return view(api, stage.deploymentId(), edited, ofCanary);
    }

    private DriftView view(String api, String deploymentId, ApiDefinition edited, @Nullable DriftView canary) {
        ApiDefinition live = definitions
                .frozen(api, deploymentId)
                .orElseThrow(() -> new NotFoundException("Invalid Deployment identifier specified"));
        return new DriftView(deploymentId, Drift.between(live, edited), canary);
    }
}
