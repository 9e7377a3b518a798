package io.tollgate.plugin.mock;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers with the status that the rendered request template names; there is no backend (features 9.1). Without a template
 * and a body the answer has an empty error message, so that it matches the default integration response only.
 */
final class MockIntegration implements Integration {
    private static final long LARGEST = 10_485_760;

    @Override
    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
        if (request.body().isEmpty()) {
            return CompletableFuture.completedFuture(new IntegrationResponse(200, new Headers(), Body.EMPTY, ""));
        }
        return request.body().read(LARGEST).thenApply(MockIntegration::answer);
    }

    private static IntegrationResponse answer(byte[] template) {
        OptionalInt status = StatusCodeReader.read(new String(template, StandardCharsets.UTF_8));
        if (status.isEmpty()) {
            throw new IntegrationException(
                    Reason.CONFIGURATION, "statusCode should be an integer which defined in request template");
        }
        return new IntegrationResponse(status.getAsInt(), new Headers(), Body.EMPTY);
    }
}
