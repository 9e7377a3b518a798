package io.tollgate.controlplane.apikey;

import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.SignedCalls;
import io.tollgate.controlplane.wire.SignedCalls.Result;
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
    private final SignedCalls calls;
    private final Dispatcher dispatcher;

    /** Made by the container for each request. */
    @Inject
    public ApiKeyRotationEndpoint(SignedCalls calls, Dispatcher dispatcher) {
        this.calls = calls;
        this.dispatcher = dispatcher;
    }

    /** The key with its new value. */
    @POST
    public Response rotate(@PathParam("id") String id, @Context HttpServletRequest request) {
        return calls.answer(
                request,
                call -> new Result(
                        200,
                        dispatcher.run(
                                call.request(ApiKeyRotation.SERVICE, ApiKeyRotation.OPERATION, Map.of("id", id)))));
    }
}
