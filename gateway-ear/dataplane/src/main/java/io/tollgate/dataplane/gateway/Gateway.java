package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The way of one call. Thread-safe; never blocks. */
public final class Gateway {

    /** Whether a request is addressed to an API, by its host or by its path, rather than to the gateway itself. */
    public boolean isForApi(String host, String rawPath) {
        return host.contains(".execute-api.") || rawPath.startsWith("/_aws/execute-api/");
    }

    /**
     * Answers one call. The stage never fails: whatever goes wrong is an answer with a request id. It completes on the
     * thread that accepted the request, or on the one that brought the backend's answer.
     */
    public CompletionStage<Answer> handle(Incoming incoming) {
        incoming.body().discard();
        byte[] body = "{\"message\":\"Forbidden\"}".getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.of("Content-Type", "application/json", "x-amzn-ErrorType", "ForbiddenException");
        return CompletableFuture.completedFuture(new Answer(403, headers, Body.of(body)));
    }
}
