package io.tollgate.dataplane.log;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The lines that one call leaves, in the order and the words of AWS's execution logs (features 14, recorded). Steps between
 * the others call it; bodies must have been read. One thread at a time.
 */
public final class ExecutionLog {
    private static final long LARGEST = 10_485_760;
    private static final int LONGEST = 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final StringBuilder lines = new StringBuilder(1024);

    /** An empty log; its times are this clock's. */
    public ExecutionLog(InstantSource clock) {
        this.clock = clock;
    }

    /** All lines so far. */
    public String text() {
        return lines.toString();
    }

    private void line(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " [TRUNCATED]";
        lines.append(TIME.format(clock.instant())).append(" : ").append(cut).append('\n');
    }

    /** The call has arrived; its body is in memory. */
    public void started(Call call, byte[] body) {
        lines.append("Execution log for request ").append(call.requestId()).append('\n');
        line("Starting execution for request: " + call.requestId());
        line("HTTP Method: " + call.method() + ", Resource Path: " + call.requestPath());
        line("Method request path: " + shown(call.pathParameters()));
        Map<String, String> query = new LinkedHashMap<>();
        call.query().values().forEach((name, values) -> query.put(name, values.getLast()));
        line("Method request query string: " + shown(query));
        line("Method request headers: " + shown(call.headers()));
        line("Method request body before transformations: " + new String(body, StandardCharsets.UTF_8));
    }

    /** The step before an integration: its request is mapped. */
    public CompletionStage<Outcome> sending(Call call) {
        IntegrationRequest outgoing = call.requireOutgoing();
        return outgoing.body().read(LARGEST).thenApply(bytes -> {
            line("Endpoint request URI: " + outgoing.uri());
            line("Endpoint request headers: " + shown(outgoing.headers()));
            line("Endpoint request body after transformations: " + new String(bytes, StandardCharsets.UTF_8));
            line("Sending request to " + outgoing.uri());
            call.outgoing(new IntegrationRequest(
                    outgoing.method(), outgoing.uri(), outgoing.headers(), Body.of(bytes), outgoing.exchange()));
            return Outcome.Progress.GO_ON;
        });
    }

    /** The step after an integration: it has answered. */
    public CompletionStage<Outcome> received(Call call) {
        IntegrationResponse response = call.requireIntegrationResponse();
        return response.body().read(LARGEST).thenApply(bytes -> {
            long millis = call.integrationNanos() / 1_000_000;
            line("Received response. Status: " + response.status() + ", Integration latency: " + millis + " ms");
            line("Endpoint response headers: " + shown(response.headers()));
            line("Endpoint response body before transformations: " + new String(bytes, StandardCharsets.UTF_8));
            call.integrated(
                    new IntegrationResponse(
                            response.status(), response.headers(), Body.of(bytes), response.errorMessage()),
                    call.integrationNanos());
            return Outcome.Progress.GO_ON;
        });
    }

    /** The call has its answer, whose body is these bytes. */
    public void ended(Call call, Answer answer, byte[] body) {
        Rejection rejection = call.rejection();
        if (rejection == null) {
            line("Method response body after transformations: " + new String(body, StandardCharsets.UTF_8));
            line("Method response headers: " + shown(answer.headers()));
            line("Successfully completed execution");
        } else {
            line(failure(rejection));
        }
        line("Method completed with status: " + answer.status());
    }

    private static String failure(Rejection rejection) {
        return switch (rejection.type()) {
            case API_CONFIGURATION_ERROR, AUTHORIZER_CONFIGURATION_ERROR ->
                "Execution failed due to configuration error: " + rejection.reason();
            case INTEGRATION_TIMEOUT -> "Execution failed due to a timeout error";
            case BAD_REQUEST_BODY -> rejection.reason();
            case INTEGRATION_FAILURE -> "Execution failed due to an internal error: " + rejection.reason();
            default -> "Execution failed: " + rejection.reason();
        };
    }

    private static String shown(Map<String, String> values) {
        return values.toString();
    }

    private static String shown(Headers headers) {
        Map<String, String> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.merge(name, hidden(name, value), (one, other) -> one + ", " + other));
        return values.toString();
    }

    /** What must not be read by everybody who reads logs: all but the end of it. */
    private static String hidden(String name, String value) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "authorization", "x-api-key", "cookie" ->
                "********" + (value.length() > 12 ? value.substring(value.length() - 6) : "");
            default -> value;
        };
    }
}
