package io.tollgate.plugin.example;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Greets the name at the end of the URI, as it is written there. It has no backend, so the answer is there at once. */
final class GreetingIntegration implements Integration {
    private final ExampleSettings settings;

    GreetingIntegration(ExampleSettings settings) {
        this.settings = settings;
    }

    @Override
    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
        request.body().discard();
        byte[] greeting = greeting(request.uri()).getBytes(StandardCharsets.UTF_8);
        Headers headers = Headers.of("Content-Type", "text/plain;charset=UTF-8");
        return CompletableFuture.completedFuture(new IntegrationResponse(200, headers, Body.of(greeting)));
    }

    private String greeting(String uri) {
        String name = uri.substring(uri.indexOf('/') + 1);
        String text = settings.greeting() + ", " + name + "!";
        return settings.shout() ? text.toUpperCase(Locale.ROOT) : text;
    }
}
