package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every integration kind must do. Each test has a backend of its own, which an integration may leave alone. */
public abstract class IntegrationContract extends PluginContract {
    private static final List<String> AWS_TYPES = List.of("MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY");

    /** The backend of this test. */
    protected StubBackend backend;

    /** A definition that works, with this test's backend if it needs one. */
    protected abstract IntegrationDefinition definition();

    /** The plugin's settings for these tests, by key without prefix. */
    protected Map<String, String> settings() {
        return Map.of();
    }

    /** A mapped request that is answered; its body may be consumed once. */
    protected IntegrationRequest request() {
        return request(Body.EMPTY);
    }

    /** A mapped request with a body to the definition's URI. */
    protected final IntegrationRequest request(Body body) {
        String method = Objects.requireNonNullElse(definition().httpMethod(), "GET");
        return new IntegrationRequest(method, definition().uri(), new Headers(), body, TestExchange.GET);
    }

    /** A definition with a type and URI, and AWS's defaults for the rest. */
    protected static IntegrationDefinition definition(String type, String method, String uri) {
        return new IntegrationDefinition(
                type, method, uri, null, "INTERNET", null, Duration.ofSeconds(29), false, Map.of());
    }

    @BeforeEach
    final void startBackend() {
        backend = StubBackend.start();
    }

    @AfterEach
    final void stopBackend() {
        backend.close();
    }

    /** The factory that serves the definition. */
    protected final IntegrationFactory factory() {
        List<IntegrationFactory> serving = plugin().integrations().stream()
                .filter(factory -> factory.types().contains(definition().type()) && factory.accepts(definition()))
                .toList();
        assertThat(serving).as("exactly one kind serves the definition").hasSize(1);
        return serving.get(0);
    }

    /** The integration with a real client. */
    protected final Integration create() {
        return factory().create(definition(), TestHost.of(plugin(), settings()));
    }

    private Integration createWith(HttpUpstream upstream) {
        return factory().create(definition(), TestHost.of(plugin(), settings()).with(upstream));
    }

    @Test
    final void itServesTypesOfAws() {
        assertThat(factory().types()).isNotEmpty().isSubsetOf(AWS_TYPES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "http://", "http://{host}/${stageVariables.path}", "arn:aws:apigateway:", "\u0000"})
    final void itCanSayOfAnyUriWhetherItServesIt(String uri) {
        for (IntegrationFactory factory : plugin().integrations()) {
            for (String type : factory.types()) {
                assertThatCode(() -> factory.accepts(definition(type, "GET", uri)))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    final void itAnswers() {
        try (Integration integration = create()) {
            IntegrationResponse response = Answers.of(integration.call(request()));
            assertThat(response.headers()).isNotNull();
            assertThat(Answers.of(response.body().read(10_485_760))).isNotNull();
        }
    }

    @Test
    final void itAnswersManyCallsAtTheSameTime() {
        try (Integration integration = create();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<IntegrationResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                IntegrationRequest request = request();
                answers.add(CompletableFuture.supplyAsync(() -> integration.call(request), callers)
                        .thenCompose(answer -> answer));
            }
            answers.forEach(answer -> assertThat(Answers.of(answer)).isNotNull());
        }
    }

    @Test
    final void itReturnsWhileTheBackendIsSilentUnlessItSaysThatItBlocks() {
        try (Integration integration = createWith(request -> new CompletableFuture<>())) {
            if (!integration.blocking()) {
                IntegrationRequest request = request();
                CompletableFuture<CompletionStage<IntegrationResponse>> returned =
                        CompletableFuture.supplyAsync(() -> integration.call(request));
                assertThat(Answers.of(returned)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UpstreamException.Reason.class)
    final void aBackendThatFailsIsAnIntegrationException(UpstreamException.Reason reason) {
        UpstreamException failure = new UpstreamException(reason, "made up by the contract");
        try (Integration integration = createWith(request -> CompletableFuture.failedFuture(failure))) {
            CompletionStage<IntegrationResponse> answer = integration.call(request());
            try {
                assertThat(Answers.of(answer))
                        .as("an integration without a backend answers")
                        .isNotNull();
            } catch (CompletionException failed) {
                assertThat(failed)
                        .cause()
                        .isInstanceOfSatisfying(
                                IntegrationException.class,
                                known -> assertThat(known.reason()).isEqualTo(expected(reason)));
            }
        }
    }

    private static IntegrationException.Reason expected(UpstreamException.Reason reason) {
        return switch (reason) {
            case TIMEOUT -> IntegrationException.Reason.TIMEOUT;
            case BAD_ADDRESS -> IntegrationException.Reason.CONFIGURATION;
            case UNREACHABLE, BROKEN, OVERLOADED -> IntegrationException.Reason.FAILURE;
        };
    }

    @Test
    final void itTakesCareOfTheRequestBodyOnce() {
        WatchedBody body = new WatchedBody(request().body());
        IntegrationRequest plain = request();
        IntegrationRequest watched =
                new IntegrationRequest(plain.method(), plain.uri(), plain.headers(), body, plain.exchange());
        try (Integration integration = create()) {
            Answers.of(integration.call(watched));
            assertThat(body.isEmpty() || body.takenCareOf())
                    .as("read, subscribed to or discarded")
                    .isTrue();
            assertThat(body.timesConsumed()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    final void oneThatIsClosedDoesNotDisturbAnother() {
        Integration closed = create();
        try (Integration open = create()) {
            closed.close();
            assertThat(Answers.of(open.call(request()))).isNotNull();
        }
    }
}
