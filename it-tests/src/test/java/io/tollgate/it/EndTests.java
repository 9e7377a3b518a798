package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.Launch;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.plugin.testkit.StubBackend;
import io.tollgate.plugin.testkit.StubReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** How a gateway ends: by a signal with its calls finished, by kill -9 with all that it answered still there. */
class EndTests {

    @Test
    void whatWasAnsweredBeforeKillNineIsThereAfterTheRestart() {
        Launch launch = Launch.named("killed");
        ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
        String deployed;
        try (RunningTollgate tollgate = RunningTollgate.start(launch);
                ApiGatewayClient client = Sdk.of(tollgate);
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            deployed = new ApiUnderTest(client, "deployed")
                    .mock("hello", "hello")
                    .deploy("test")
                    .id();
            for (int i = 0; i < 4; i++) {
                writers.execute(() -> createUntilTheEnd(client, answered));
            }
            Eventually.get("some APIs", answered::size, size -> size >= 40);
            tollgate.kill();
        }
        try (RunningTollgate tollgate = RunningTollgate.start(launch);
                ApiGatewayClient client = Sdk.of(tollgate)) {
            assertThat(client.getRestApisPaginator().items().stream().map(RestApi::id))
                    .containsAll(answered)
                    .contains(deployed);
            assertThat(Door.EXPRESS_BY_HOST
                            .get(tollgate, deployed, "/test/hello")
                            .body())
                    .isEqualTo("hello");
        }
    }

    private static void createUntilTheEnd(ApiGatewayClient client, ConcurrentLinkedQueue<String> answered) {
        try {
            while (true) {
                answered.add(client.createRestApi(api -> api.name("kept")).id());
            }
        } catch (SdkException killed) {
            assertThat(answered).isNotEmpty();
        }
    }

    @Test
    void aSignalLetsRunningCallsFinish() {
        CountDownLatch release = new CountDownLatch(1);
        try (StubBackend backend = StubBackend.start().replies(request -> after(release));
                RunningTollgate tollgate = RunningTollgate.start(Launch.named("ended"))) {
            String api = slowApi(tollgate, backend);
            List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
            for (Door door : Door.values()) {
                running.add(CompletableFuture.supplyAsync(() -> door.get(tollgate, api, "/test/slow")));
            }
            Eventually.get("all calls at the backend", () -> backend.requests().size(), size -> size == running.size());

            tollgate.terminate();
            Eventually.get("a closed door", () -> isOpen(tollgate.express()), open -> !open);
            release.countDown();

            for (CompletableFuture<HttpResponse<String>> call : running) {
                assertThat(call.join().statusCode()).isEqualTo(200);
                assertThat(call.join().body()).isEqualTo("late");
            }
            assertThat(tollgate.awaitEnd()).isZero();
            assertThat(tollgate.said()).endsWith("ended\n");
        }
    }

    private static String slowApi(RunningTollgate tollgate, StubBackend backend) {
        try (ApiGatewayClient client = Sdk.of(tollgate)) {
            return new ApiUnderTest(client, "slow")
                    .httpProxy("slow", backend.url("/"))
                    .deploy("test")
                    .id();
        }
    }

    private static StubReply after(CountDownLatch release) {
        try {
            release.await();
            return StubReply.text("late");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new StubReply.HangUp();
        }
    }

    private static boolean isOpen(URI listener) {
        try (Socket socket = new Socket(listener.getHost(), listener.getPort())) {
            return socket.isConnected();
        } catch (java.net.ConnectException refused) {
            return false;
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
