package io.tollgate.transport;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tollgate.dataplane.gateway.JsonText;
import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that no gateway sees: malformed, ambiguous or beyond a limit. The connection is closed after it. */
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private Refusals() {}

    static void invalid(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        switch (cause) {
            case TooLongHttpLineException line -> refuse(request, 414, "Request URI too long");
            case TooLongHttpHeaderException header -> refuse(request, 431, "Request Header Fields Too Large");
            case HeadRejectedException head -> refuse(request, 400, "Bad Request: " + head.getMessage());
            case null, default -> refuse(request, 400, "Bad Request");
        }
    }

    static void refuse(HttpServerRequest request, int status, String message) {
        String requestId = UUID.randomUUID().toString();
        LOG.debug("request {} refused with {}: {}", requestId, status, message);
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("x-amzn-RequestId", requestId)
                .putHeader("x-amzn-ErrorType", errorType(status))
                .putHeader("Connection", "close")
                .end("{\"message\":" + JsonText.quote(message) + "}")
                .onComplete(written -> request.connection().close());
    }

    private static String errorType(int status) {
        return status == 413 ? "RequestTooLargeException" : "BadRequestException";
    }
}
