package io.tollgate.controlplane.history;

import io.tollgate.controlplane.wire.OwnOperations;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The address of a stage's history. */
@Path("tollgate/apis/{api}/stages/{stage}/history")
public class HistoryEndpoint {
    private final OwnOperations operations;

    /** Made by the container for each request. */
    @Inject
    public HistoryEndpoint(OwnOperations operations) {
        this.operations = operations;
    }

    /** A page: as text for who accepts that, else as JSON. */
    @GET
    public Response history(
            @PathParam("api") String api, @PathParam("stage") String stage, @Context HttpServletRequest request) {
        Map<String, String> path = Map.of("restapi_id", api, "stage_name", stage);
        return operations.answer(request, HistoryOperations.OPERATION, path);
    }
}
