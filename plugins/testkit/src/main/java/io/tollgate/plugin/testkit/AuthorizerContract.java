package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDecision;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.authorizer.AuthorizerRequest;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.http.UpstreamException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every authorizer kind must do. Each test has a backend of its own, which an authorizer may leave alone. */
public abstract class AuthorizerContract extends PluginContract {
    private static final List<String> AWS_TYPES = List.of("TOKEN", "REQUEST", "COGNITO_USER_POOLS", "JWT", "AWS_IAM");

    /** The backend of this test. */
    protected StubBackend backend;

    /** A definition that works, with this test's backend if it needs one. */
    protected abstract AuthorizerDefinition definition();

    /** A call that is allowed. */
    protected abstract AuthorizerRequest allowed();

    /** A call whose proof is wrong. */
    protected abstract AuthorizerRequest refused();

    /** The plugin's settings for these tests, by key without prefix. */
    protected Map<String, String> settings() {
        return Map.of();
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
    protected final AuthorizerFactory factory() {
        List<AuthorizerFactory> serving = plugin().authorizers().stream()
                .filter(factory -> factory.types().contains(definition().type()))
                .toList();
        assertThat(serving).as("exactly one kind serves the definition").hasSize(1);
        return serving.get(0);
    }

    /** The authorizer with a real client. */
    protected final Authorizer create() {
        return factory().create(definition(), TestHost.of(plugin(), settings()));
    }

    private Authorizer createWith(HttpUpstream upstream) {
        return factory().create(definition(), TestHost.of(plugin(), settings()).with(upstream));
    }

    @Test
    final void itServesTypesOfAws() {
        assertThat(factory().types()).isNotEmpty().isSubsetOf(AWS_TYPES);
    }

    @Test
    final void itKnowsTheCallerOfAnAllowedCall() {
        try (Authorizer authorizer = create()) {
            assertThat(Answers.of(authorizer.authorize(allowed())))
                    .isInstanceOfAny(AuthorizerDecision.Policy.class, AuthorizerDecision.Allowed.class);
        }
    }

    @Test
    final void itRefusesACallWhoseProofIsWrong() {
        try (Authorizer authorizer = create()) {
            assertThat(Answers.of(authorizer.authorize(refused())))
                    .isNotInstanceOfAny(AuthorizerDecision.Policy.class, AuthorizerDecision.Allowed.class);
        }
    }

    @Test
    final void itDecidesManyCallsAtTheSameTime() {
        try (Authorizer authorizer = create();
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<AuthorizerDecision>> decisions = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                AuthorizerRequest request = i % 2 == 0 ? allowed() : refused();
                decisions.add(CompletableFuture.supplyAsync(() -> authorizer.authorize(request), callers)
                        .thenCompose(decision -> decision));
            }
            AuthorizerDecision yes = Answers.of(decisions.get(0));
            for (int i = 0; i < 50; i += 2) {
                assertThat(Answers.of(decisions.get(i))).hasSameClassAs(yes);
                assertThat(Answers.of(decisions.get(i + 1)))
                        .isNotInstanceOfAny(AuthorizerDecision.Policy.class, AuthorizerDecision.Allowed.class);
            }
        }
    }

    @Test
    final void itReturnsWhileTheBackendIsSilentUnlessItSaysThatItBlocks() {
        try (Authorizer authorizer = createWith(request -> new CompletableFuture<>())) {
            if (!authorizer.blocking()) {
                CompletableFuture<CompletionStage<AuthorizerDecision>> returned =
                        CompletableFuture.supplyAsync(() -> authorizer.authorize(allowed()));
                assertThat(Answers.of(returned)).isNotNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(UpstreamException.Reason.class)
    final void aBackendThatFailsNeverOpensTheDoor(UpstreamException.Reason reason) {
        UpstreamException failure = new UpstreamException(reason, "made up by the contract");
        try (Authorizer authorizer = createWith(request -> CompletableFuture.failedFuture(failure))) {
            assertThat(Answers.of(authorizer.authorize(refused())))
                    .isNotInstanceOfAny(AuthorizerDecision.Policy.class, AuthorizerDecision.Allowed.class);
        }
    }
}
