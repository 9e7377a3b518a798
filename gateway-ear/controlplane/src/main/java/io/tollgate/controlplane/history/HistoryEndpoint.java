package io.tollgate.controlplane.history;

import io.tollgate.controlplane.deployment.Deployments;
import io.tollgate.controlplane.restapi.RestApis;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.controlplane.wire.Reply;
import io.tollgate.controlplane.wire.Request;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
import io.tollgate.controlplane.wire.SignedCalls.Signed;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.model.error.ApiException.NotFoundException;
import io.tollgate.model.stage.Deployment;
import io.tollgate.spi.exchange.QueryParameters;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Tells which deployment was live on a stage from when to when, newest first, in pages. */
@Path("tollgate/apis/{api}/stages/{stage}/history")
public class HistoryEndpoint {
    private final SignedCalls calls;
    private final Transactions transactions;
    private final RestApis apis;
    private final Stages stages;
    private final Deployments deployments;
    private final StageHistory history;

    /** Made by the container for each request. */
    @Inject
    public HistoryEndpoint(
            SignedCalls calls,
            Transactions transactions,
            RestApis apis,
            Stages stages,
            Deployments deployments,
            StageHistory history) {
        this.calls = calls;
        this.transactions = transactions;
        this.apis = apis;
        this.stages = stages;
        this.deployments = deployments;
        this.history = history;
    }

    /**
     * A page, as text for who accepts that, else as JSON: {@code limit} entries (25 unless asked, 500 at most) after
     * {@code position}.
     */
    @GET
    public Response history(
            @PathParam("api") String api, @PathParam("stage") String stage, @Context HttpServletRequest request) {
        return calls.answer(request, call -> {
            Page<HistoryEntry> page = page(call, api, stage);
            return new Result(200, call.wantsText() ? Reply.text(HistoryText.of(page.item())) : Reply.of(page));
        });
    }

    private Page<HistoryEntry> page(Signed call, String api, String stage) {
        QueryParameters query = QueryParameters.parse(call.rawQuery());
        int limit = Request.limit(query);
        return transactions.run(() -> {
            apis.require(api);
            Page<HistoryEntry> page = history.page(
                    api,
                    stage,
                    query.last("position"),
                    limit,
                    id -> deployments.find(api, id).map(Deployment::description).orElse(null));
            if (page.item().isEmpty() && stages.find(api, stage).isEmpty()) {
                throw new NotFoundException("Invalid stage identifier specified");
            }
            return page;
        });
    }
}
