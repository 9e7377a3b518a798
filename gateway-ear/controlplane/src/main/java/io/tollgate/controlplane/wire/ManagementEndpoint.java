package io.tollgate.controlplane.wire;

import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.InternalFailure;
import io.tollgate.model.error.ApiException.PayloadTooLargeException;
import io.tollgate.model.error.ApiException.UnknownOperationException;
import io.tollgate.model.operations.OperationMatch;
import io.tollgate.model.operations.Operations;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
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
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every management call: authenticate, find the operation, run it, answer as AWS answers. */
@Path("{any: .*}")
public class ManagementEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementEndpoint.class);
    private static final int MAXIMUM_BODY = 6 * 1024 * 1024;

    private final Authentication authentication;
    private final Dispatcher dispatcher;

    /** Made by the container for each request. */
    @Inject
    public ManagementEndpoint(Authentication authentication, Dispatcher dispatcher) {
        this.authentication = authentication;
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
        String requestId = UUID.randomUUID().toString();
        try {
            return run(request, requestId);
        } catch (ApiException refused) {
            return refusal(refused, requestId);
        } catch (IOException | RuntimeException broken) {
            LOG.error(
                    "management call {} failed: {} {}",
                    requestId,
                    request.getMethod(),
                    request.getRequestURI(),
                    broken);
            return refusal(new InternalFailure(), requestId);
        }
    }

    private Response run(HttpServletRequest request, String requestId) throws IOException {
        String rawPath = request.getRequestURI();
        String rawQuery = Objects.requireNonNullElse(request.getQueryString(), "");
        Headers headers = headersOf(request);
        byte[] body = request.getInputStream().readNBytes(MAXIMUM_BODY + 1);
        if (body.length > MAXIMUM_BODY) {
            throw new PayloadTooLargeException("The request body exceeds " + MAXIMUM_BODY + " bytes");
        }
        String key = authentication.accessKeyOf(request.getMethod(), rawPath, rawQuery, headers, body);
        QueryParameters query = QueryParameters.parse(rawQuery);
        OperationMatch match = Operations.all()
                .find(request.getMethod(), rawPath, query.last("mode"))
                .orElseThrow(() -> new UnknownOperationException(request.getMethod() + " " + rawPath));
        Caller caller = new Caller(key, request.getRemoteAddr(), requestId);
        Reply reply = dispatcher.run(new Request(
                match.operation().service(),
                match.operation().name(),
                match.pathParameters(),
                query,
                headers,
                body,
                caller));
        return response(match.operation().status(), reply.headers(), reply.body(), requestId);
    }

    private static Headers headersOf(HttpServletRequest request) {
        Headers headers = new Headers();
        for (String name : Collections.list(request.getHeaderNames())) {
            Collections.list(request.getHeaders(name)).forEach(value -> headers.add(name, value));
        }
        return headers;
    }

    private static Response refusal(ApiException refused, String requestId) {
        Headers headers = Headers.of("Content-Type", "application/json", "x-amzn-ErrorType", refused.code());
        if (refused.status() == 429) {
            headers.add("Retry-After", "1");
        }
        byte[] body = Objects.requireNonNull(
                Reply.of(Map.of("message", refused.text())).body());
        return response(refused.status(), headers, body, requestId);
    }

    private static Response response(
            int status, Headers headers, byte @org.jspecify.annotations.Nullable [] body, String requestId) {
        Response.ResponseBuilder response = Response.status(status).header("x-amzn-RequestId", requestId);
        headers.forEach(response::header);
        return body == null ? response.build() : response.entity(body).build();
    }
}
