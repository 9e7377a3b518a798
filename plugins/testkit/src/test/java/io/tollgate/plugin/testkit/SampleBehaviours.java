package io.tollgate.plugin.testkit;

import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDecision;
import io.tollgate.spi.authorizer.AuthorizerRequest;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.spi.http.UpstreamResponse;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationHost;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** What a {@link SamplePlugin} does: two ways that keep the contract, and ways that break one rule each. */
final class SampleBehaviours {
    private SampleBehaviours() {}

    static Integration passOn(IntegrationHost host) {
        return request -> send(host, request).handle((response, failure) -> {
            if (failure != null) {
                throw translated((UpstreamException) failure);
            }
            return answer(response);
        });
    }

    private static IntegrationException translated(UpstreamException failure) {
        return switch (failure.reason()) {
            case TIMEOUT -> new IntegrationException(Reason.TIMEOUT, failure.getMessage());
            case BAD_ADDRESS -> new IntegrationException(Reason.CONFIGURATION, failure.getMessage());
            case UNREACHABLE, BROKEN, OVERLOADED -> new IntegrationException(Reason.FAILURE, failure.getMessage());
        };
    }

    static Integration leakTheClientsFailure(IntegrationHost host) {
        return request -> send(host, request).thenApply(SampleBehaviours::answer);
    }

    static Integration callEveryFailureATimeout(IntegrationHost host) {
        return request -> send(host, request)
                .thenApply(SampleBehaviours::answer)
                .exceptionally(any -> {
                    throw new CompletionException(new IntegrationException(Reason.TIMEOUT, "late"));
                });
    }

    static Integration forgetTheBody(IntegrationHost host) {
        return request -> passOn(host)
                .call(new IntegrationRequest(
                        request.method(), request.uri(), request.headers(), Body.EMPTY, request.exchange()));
    }

    static Integration readTheBodyTwice(IntegrationHost host) {
        return request ->
                request.body().read(100).thenCompose(first -> passOn(host).call(request));
    }

    static Authorizer believeTheBackend(IntegrationHost host) {
        return request -> ask(host, request).handle((response, failure) -> {
            if (failure != null) {
                return new AuthorizerDecision.Failed(String.valueOf(failure));
            }
            return response.status() == 200
                    ? new AuthorizerDecision.Allowed("somebody", Map.of())
                    : new AuthorizerDecision.Unauthorized("Unauthorized");
        });
    }

    static Authorizer allowWhenTheBackendFails(IntegrationHost host) {
        return request -> believeTheBackend(host)
                .authorize(request)
                .thenApply(decision -> decision instanceof AuthorizerDecision.Failed
                        ? new AuthorizerDecision.Allowed("anybody", Map.of())
                        : decision);
    }

    private static CompletionStage<UpstreamResponse> send(IntegrationHost host, IntegrationRequest request) {
        return host.http()
                .send(new UpstreamRequest(
                        request.method(),
                        request.uri(),
                        request.headers(),
                        request.body(),
                        Duration.ofSeconds(29),
                        false));
    }

    private static CompletionStage<UpstreamResponse> ask(IntegrationHost host, AuthorizerRequest request) {
        String uri = request.exchange().stageVariables().get("backend");
        Headers proof = Headers.of("Proof", request.identity().get(0));
        return host.http().send(new UpstreamRequest("GET", uri, proof, Body.EMPTY, Duration.ofSeconds(29), false));
    }

    private static IntegrationResponse answer(UpstreamResponse response) {
        return new IntegrationResponse(response.status(), response.headers(), response.body());
    }
}
