package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the plugin and turns its failures into rejections. One for each method; thread-safe. */
public final class IntegrationSteps {
    private static final long LARGEST = 10_485_760;
    private static final Logger LOG = LoggerFactory.getLogger(IntegrationSteps.class);

    private final Integration integration;
    private final Executor blocking;

    /**
     * Steps for one method.
     *
     * @param integration the plugin's object
     * @param blocking runs plugins that block
     */
    public IntegrationSteps(Integration integration, Executor blocking) {
        this.integration = integration;
        this.blocking = blocking;
    }

    /** Reads a body of unknown length: backends get a length, as from AWS. */
    public static CompletionStage<Outcome> measureBody(Call call) {
        return call.body().length() < 0 ? readBody(call) : CompletableFuture.completedFuture(Outcome.Progress.GO_ON);
    }

    /** Reads the request's body, for steps that look into it. */
    public static CompletionStage<Outcome> readBody(Call call) {
        if (call.body().isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.Progress.GO_ON);
        }
        return call.body().read(LARGEST).handle((bytes, failure) -> {
            if (bytes == null) {
                return unreadable(failure);
            }
            call.bodyBytes(bytes);
            return Outcome.Progress.GO_ON;
        });
    }

    private static Rejection unreadable(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof BodyTooLargeException
                ? Rejection.of(GatewayResponseType.REQUEST_TOO_LARGE, "the body is too large")
                : Rejection.of(GatewayResponseType.BAD_REQUEST_BODY, "the body did not arrive: " + cause);
    }

    /** Calls the integration and keeps its response. */
    public CompletionStage<Outcome> integrate(Call call) {
        long began = System.nanoTime();
        return called(call.requireOutgoing()).handle((response, failure) -> {
            if (failure != null || response == null) {
                return rejection(call, failure);
            }
            call.integrated(response, System.nanoTime() - began);
            return Outcome.Progress.GO_ON;
        });
    }

    private CompletionStage<IntegrationResponse> called(IntegrationRequest prepared) {
        if (integration.blocking()) {
            return CompletableFuture.supplyAsync(() -> integration.call(prepared), blocking)
                    .thenCompose(answer -> answer);
        }
        try {
            return integration.call(prepared);
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedFuture(thrown);
        }
    }

    private Rejection rejection(Call call, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof BodyTooLargeException) {
            return Rejection.of(GatewayResponseType.REQUEST_TOO_LARGE, "the body is too large");
        }
        if (!(cause instanceof IntegrationException known)) {
            LOG.error("request {}: {} broke its contract", call.requestId(), integration, cause);
            return Rejection.of(GatewayResponseType.INTEGRATION_FAILURE, "the integration plugin failed");
        }
        String reason = String.valueOf(known.getMessage());
        return switch (known.reason()) {
            case TIMEOUT -> Rejection.of(GatewayResponseType.INTEGRATION_TIMEOUT, reason);
            case FAILURE -> Rejection.of(GatewayResponseType.INTEGRATION_FAILURE, reason);
            case CONFIGURATION -> Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, reason);
            case MALFORMED_PROXY_RESPONSE ->
                Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, reason)
                        .withStatus(502);
        };
    }

    /** Hands a proxied backend's answer on. */
    public static Outcome proxyResponse(Call call) {
        IntegrationResponse response = call.requireIntegrationResponse();
        call.answer(new Answer(response.status(), ProxyHeaders.toClient(response.headers()), response.body()));
        return Outcome.Progress.GO_ON;
    }

    /** Hands a proxied backend's answer on; what is binary by these types is base64 for clients that want text. */
    public static CompletionStage<Outcome> convertedProxyResponse(Call call, BinaryTypes types) {
        IntegrationResponse response = call.requireIntegrationResponse();
        Conversion conversion = Conversion.ofResponse(
                types.ofContentType(response.headers().get("Content-Type")),
                types.ofAccept(call.headers().get("Accept")),
                null);
        if (conversion == Conversion.NONE || response.headers().contains("Content-Encoding")) {
            return CompletableFuture.completedFuture(proxyResponse(call));
        }
        return response.body().read(LARGEST).thenApply(bytes -> {
            byte[] content = conversion.apply(bytes);
            Headers headers = ProxyHeaders.toClient(response.headers());
            call.answer(new Answer(response.status(), headers, Body.of(content == null ? bytes : content)));
            return Outcome.Progress.GO_ON;
        });
    }
}
