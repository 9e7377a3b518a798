package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Where {@link Billing} is called: for all plans or for one. */
@Path("tollgate/{plans: (?:usageplans/[^/]+/)?}billing")
public class BillingEndpoint {
    private final SignedCalls calls;
    private final Dispatcher dispatcher;

    /** Made by the container for each request. */
    @Inject
    public BillingEndpoint(SignedCalls calls, Dispatcher dispatcher) {
        this.calls = calls;
        this.dispatcher = dispatcher;
    }

    /** The month as CSV. */
    @GET
    public Response billing(@PathParam("plans") String plans, @Context HttpServletRequest request) {
        Map<String, String> path = plans.isEmpty() ? Map.of() : Map.of("id", plans.split("/", -1)[1]);
        return calls.answer(
                request,
                call -> new Result(200, dispatcher.run(call.request(Billing.SERVICE, Billing.OPERATION, path))));
    }
}
