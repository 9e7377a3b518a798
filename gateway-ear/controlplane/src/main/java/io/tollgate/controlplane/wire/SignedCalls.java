package io.tollgate.controlplane.wire;

import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.InternalFailure;
import io.tollgate.model.error.ApiException.PayloadTooLargeException;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all signed calls on the management port have in common: the body is read, the signature checked, a refusal told in
 * AWS's form, a failure logged under the id that the caller gets. Thread-safe.
 */
@ApplicationScoped
public class SignedCalls {
    private static final Logger LOG = LoggerFactory.getLogger(SignedCalls.class);
    private static final int MAXIMUM_BODY = 6 * 1024 * 1024;

    private final Authentication authentication;

    /** Signatures are checked by this. */
    @Inject
    public SignedCalls(Authentication authentication) {
        this.authentication = authentication;
    }

    /**
     * A call whose signature is good.
     *
     * @param method the verb
     * @param rawPath the path, undecoded
     * @param rawQuery the query string, undecoded; empty if there is none
     * @param headers the fields
     * @param body the content
     * @param caller who signed it
     */
    public record Signed(String method, String rawPath, String rawQuery, Headers headers, byte[] body, Caller caller) {

        /** The call as an operation's input. */
        public Request request(String service, String operation, Map<String, String> path) {
            return new Request(service, operation, path, QueryParameters.parse(rawQuery), headers, body, caller);
        }
    }

    /**
     * What is sent back.
     *
     * @param status the status
     * @param reply fields and content
     */
    public record Result(int status, Reply reply) {}

    /** Answers a call by what the handler makes of it; the handler may throw an {@link ApiException}. */
    public Response answer(HttpServletRequest request, Function<Signed, Result> handler) {
        String requestId = UUID.randomUUID().toString();
        try {
            Result result = handler.apply(signed(request, requestId));
            return response(
                    result.status(), result.reply().headers(), result.reply().body(), requestId);
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

    private Signed signed(HttpServletRequest request, String requestId) throws IOException {
        String rawPath = request.getRequestURI();
        String rawQuery = Objects.requireNonNullElse(request.getQueryString(), "");
        Headers headers = headersOf(request);
        byte[] body = request.getInputStream().readNBytes(MAXIMUM_BODY + 1);
        if (body.length > MAXIMUM_BODY) {
            throw new PayloadTooLargeException("The request body exceeds " + MAXIMUM_BODY + " bytes");
        }
        String key = authentication.accessKeyOf(request.getMethod(), rawPath, rawQuery, headers, body);
        Caller caller = new Caller(key, request.getRemoteAddr(), requestId);
        return new Signed(request.getMethod(), rawPath, rawQuery, headers, body, caller);
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

    private static Response response(int status, Headers headers, byte @Nullable [] body, String requestId) {
        Response.ResponseBuilder response = Response.status(status).header("x-amzn-RequestId", requestId);
        headers.forEach(response::header);
        return body == null ? response.build() : response.entity(body).build();
    }
}
