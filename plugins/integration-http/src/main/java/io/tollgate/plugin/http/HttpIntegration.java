package io.tollgate.plugin.http;

import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Sends mapped requests to an HTTP backend by the gateway's client. */
final class HttpIntegration implements Integration {
    private final HttpUpstream upstream;
    private final Duration timeout;
    private final boolean insecure;

    HttpIntegration(IntegrationDefinition definition, HttpUpstream upstream) {
        this.upstream = upstream;
        this.timeout = definition.timeout();
        this.insecure = definition.insecureSkipVerification();
    }

    @Override
    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
        UpstreamRequest sent = new UpstreamRequest(
                request.method(), request.uri(), hopByHop(request.headers()), request.body(), timeout, insecure);
        return upstream.send(sent).handle((response, failure) -> {
            if (failure != null || response == null) {
                throw translated(failure);
            }
            return answer(response);
        });
    }

    private static IntegrationResponse answer(UpstreamResponse response) {
        return new IntegrationResponse(response.status(), response.headers(), response.body());
    }

    /** Fields that a Connection field names end at this connection (RFC 9110 7.6.1). */
    private static Headers hopByHop(Headers headers) {
        String named = headers.get("Connection");
        if (named != null) {
            for (String name : named.split(",", -1)) {
                headers.remove(name.strip());
            }
            headers.remove("Connection");
        }
        return headers;
    }

    private static RuntimeException translated(@org.jspecify.annotations.Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BodyTooLargeException large) {
            return large;
        }
        if (!(cause instanceof UpstreamException known)) {
            return new IntegrationException(Reason.FAILURE, String.valueOf(cause));
        }
        Reason reason = switch (known.reason()) {
            case BAD_ADDRESS -> Reason.CONFIGURATION;
            case TIMEOUT -> Reason.TIMEOUT;
            case UNREACHABLE, BROKEN, OVERLOADED -> Reason.FAILURE;
        };
        return new IntegrationException(reason, String.valueOf(known.getMessage()));
    }
}
