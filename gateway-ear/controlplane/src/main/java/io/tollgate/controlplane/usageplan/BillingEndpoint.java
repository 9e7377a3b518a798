package io.tollgate.controlplane.usageplan;

import io.tollgate.controlplane.wire.OwnOperations;
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
    private final OwnOperations operations;

    /** Made by the container for each request. */
    @Inject
    public BillingEndpoint(OwnOperations operations) {
        this.operations = operations;
    }

    /** The month as CSV. */
    @GET
    public Response billing(@PathParam("plans") String plans, @Context HttpServletRequest request) {
        Map<String, String> path = plans.isEmpty() ? Map.of() : Map.of("id", plans.split("/", -1)[1]);
        return operations.answer(request, Billing.OPERATION, path);
    }
}
