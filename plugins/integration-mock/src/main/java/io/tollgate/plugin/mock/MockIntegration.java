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
 * there is no body, and the answer matches the default integration response only.
 */
final class MockIntegration implements Integration {
    private static final long LARGEST = 10_485_760;

    @Override
    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
        if (request.body().isEmpty()) {
            return CompletableFuture.completedFuture(new IntegrationResponse(200, new Headers(), Body.EMPTY, ""));
        }
        return request.body().read(LARGEST).thenApply(bytes -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            OptionalInt status = StatusCodeReader.read(text);
            if (status.isEmpty()) {
                throw noStatus("the request template");
            }
            return new IntegrationResponse(status.getAsInt(), new Headers(), Body.EMPTY);
        });
    }

    private static IntegrationException noStatus(String where) {
        return new IntegrationException(
                Reason.CONFIGURATION,
                "Unable to parse statusCode. " + where + " must give a JSON object with an integer statusCode");
    }
}
