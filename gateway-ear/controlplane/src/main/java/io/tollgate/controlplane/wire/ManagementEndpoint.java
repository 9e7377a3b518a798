package io.tollgate.controlplane.wire;

import io.tollgate.controlplane.wire.SignedCalls.Result;
import io.tollgate.controlplane.wire.SignedCalls.Signed;
import io.tollgate.model.error.ApiException.UnknownOperationException;
import io.tollgate.model.operations.OperationMatch;
import io.tollgate.model.operations.Operations;
import io.tollgate.spi.exchange.QueryParameters;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Every management call: authenticate, find the operation, run it, answer as AWS answers. */
@Path("{any: .*}")
public class ManagementEndpoint {
    private final SignedCalls calls;
    private final Dispatcher dispatcher;

    /** Made by the container for each request. */
    @Inject
    public ManagementEndpoint(SignedCalls calls, Dispatcher dispatcher) {
        this.calls = calls;
        this.dispatcher = dispatcher;
    }

    @GET
    public Response get(@Context HttpServletRequest request) {
        return answer(request);
    }

    @POST
    public Response post(@Context HttpServletRequest request) {
        return answer(request);
    }

    @PUT
    public Response put(@Context HttpServletRequest request) {
        return answer(request);
    }

    @PATCH
    public Response patch(@Context HttpServletRequest request) {
        return answer(request);
    }

    @DELETE
    public Response delete(@Context HttpServletRequest request) {
        return answer(request);
    }

    private Response answer(HttpServletRequest request) {
        return calls.answer(request, this::run);
    }

    private Result run(Signed call) {
        QueryParameters query = QueryParameters.parse(call.rawQuery());
        OperationMatch match = Operations.all()
                .find(call.method(), call.rawPath(), query.last("mode"))
                .orElseThrow(() -> new UnknownOperationException(call.method() + " " + call.rawPath()));
        Reply reply = dispatcher.run(new Request(
                match.operation().service(),
                match.operation().name(),
                match.pathParameters(),
                query,
                call.headers(),
                call.body(),
                call.caller()));
        return new Result(match.operation().status(), reply);
    }
}
