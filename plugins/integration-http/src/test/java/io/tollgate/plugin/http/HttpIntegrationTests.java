package io.tollgate.plugin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.plugin.testkit.Answers;
import io.tollgate.plugin.testkit.IntegrationContract;
import io.tollgate.plugin.testkit.ReceivedRequest;
import io.tollgate.plugin.testkit.StubReply;
import io.tollgate.plugin.testkit.TestExchange;
import io.tollgate.plugin.testkit.TestHost;
import io.tollgate.spi.Plugin;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationException;
import io.tollgate.spi.integration.IntegrationException.Reason;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpIntegrationTests extends IntegrationContract {
    @Override
    protected Plugin plugin() {
        return new HttpPlugin();
    }

    @Override
    protected IntegrationDefinition definition() {
        return definition("HTTP_PROXY", "POST", backend.url("/pets"));
    }

    private IntegrationResponse call(String uri, Headers headers, String body) {
        IntegrationRequest request = new IntegrationRequest(
                "PUT", uri, headers, Body.of(body.getBytes(StandardCharsets.UTF_8)), TestExchange.GET);
        try (Integration integration = create()) {
            return Answers.of(integration.call(request));
        }
    }

    private void failsBecauseOf(Reason reason, String uri) {
        assertThatThrownBy(() -> call(uri, new Headers(), ""))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        IntegrationException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(reason));
    }

    @Test
    void theBackendGetsTheRequestAsItWasMapped() {
        call(backend.url("/a%2Fb//c?x=1&x=%20"), Headers.of("X-Twice", "1", "X-Twice", "2", "x-lower", "3"), "{}");
        ReceivedRequest received = backend.onlyRequest();
        assertThat(received.method()).isEqualTo("PUT");
        assertThat(received.target()).isEqualTo("/a%2Fb//c?x=1&x=%20");
        assertThat(received.headers().all("X-Twice")).containsExactly("1", "2");
        assertThat(received.headers().allExact("x-lower")).containsExactly("3");
        assertThat(received.text()).isEqualTo("{}");
    }

    @Test
    void fieldsOfTheConnectionEndHere() {
        call(backend.url("/"), Headers.of("Connection", "close, X-Mine", "X-Mine", "1", "X-Other", "2"), "");
        Headers received = backend.onlyRequest().headers();
        assertThat(received.contains("X-Mine")).isFalse();
        assertThat(received.get("X-Other")).isEqualTo("2");
    }

    @Test
    void theAnswerComesBackAsItIs() {
        Headers headers = Headers.of("Set-Cookie", "a=1", "Set-Cookie", "b=2");
        backend.replies(new StubReply.Respond(418, headers, new byte[] {0, -1, 127}));
        IntegrationResponse response = call(backend.url("/"), new Headers(), "");
        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().all("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(Answers.of(response.body().read(10))).containsExactly(0, -1, 127);
        assertThat(response.errorMessage())
                .as("the status is what is selected by")
                .isNull();
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of("an end without an answer", new StubReply.HangUp()),
                Arguments.of("no HTTP", StubReply.raw("220 smtp ready\r\n")),
                Arguments.of("an end in the head", StubReply.raw("HTTP/1.1 200 OK\r\nContent-Le")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void aBackendThatBreaksOffIsAFailure(String what, StubReply reply) {
        backend.replies(reply);
        failsBecauseOf(Reason.FAILURE, backend.url("/"));
    }

    @Test
    void aBackendThatIsNotThereIsAFailure() throws IOException {
        // Bound and not listening: the port is nobody else's as long as the test runs.
        try (Socket silent = new Socket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            failsBecauseOf(Reason.FAILURE, "http://127.0.0.1:" + silent.getLocalPort() + "/");
        }
    }

    @Test
    void anAddressThatIsNoneIsAConfigurationError() {
        failsBecauseOf(Reason.CONFIGURATION, "not a uri");
    }

    @Test
    void aSilentBackendIsATimeout() {
        backend.replies(new StubReply.Silence());
        IntegrationDefinition impatient = new IntegrationDefinition(
                "HTTP", "GET", backend.url("/"), null, "INTERNET", null, Duration.ofMillis(50), false, Map.of());
        try (Integration integration = factory().create(impatient, TestHost.of(plugin()))) {
            assertThatThrownBy(() -> Answers.of(integration.call(request())))
                    .cause()
                    .isInstanceOfSatisfying(
                            IntegrationException.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Reason.TIMEOUT));
        }
    }

    @Test
    void aBodyThatIsTooLargeStaysTheClientsMistake() {
        BodyTooLargeException large = new BodyTooLargeException(10);
        TestHost host = TestHost.of(plugin()).with(request -> CompletableFuture.failedFuture(large));
        try (Integration integration = factory().create(definition(), host)) {
            assertThatThrownBy(() -> Answers.of(integration.call(request())))
                    .cause()
                    .isSameAs(large);
        }
    }

    @Test
    void aDefinitionWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> factory().create(definition("HTTP", "GET", ""), TestHost.of(plugin())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("URI");
    }
}
