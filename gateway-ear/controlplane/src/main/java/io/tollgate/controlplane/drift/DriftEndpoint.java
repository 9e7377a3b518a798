package io.tollgate.controlplane.drift;

import io.tollgate.controlplane.wire.OwnOperations;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The address of a stage's drift. */
@Path("tollgate/apis/{api}/stages/{stage}/drift")
public class DriftEndpoint {
    private final OwnOperations operations;

    /** Made by the container for each request. */
    @Inject
    public DriftEndpoint(OwnOperations operations) {
        this.operations = operations;
    }

    /** The differences: as text for who accepts that, else as JSON. */
    @GET
    public Response drift(
            @PathParam("api") String api, @PathParam("stage") String stage, @Context HttpServletRequest request) {
        Map<String, String> path = Map.of("restapi_id", api, "stage_name", stage);
        return operations.answer(request, DriftOperations.OPERATION, path);
    }
}
