package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.wire.OwnOperations;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Where {@link ApiKeyRotation} is called. */
@Path("tollgate/apikeys/{id}/rotate")
public class ApiKeyRotationEndpoint {
    private final OwnOperations operations;

    /** Made by the container for each request. */
    @Inject
    public ApiKeyRotationEndpoint(OwnOperations operations) {
        this.operations = operations;
    }

    /** The key with its new value. */
    @POST
    public Response rotate(@PathParam("id") String id, @Context HttpServletRequest request) {
        return operations.answer(request, ApiKeyRotation.OPERATION, Map.of("id", id));
    }
}
