package io.tollgate.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Balancer;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.FailingCanary;
import io.tollgate.it.client.Load;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.client.Signed;
import io.tollgate.it.client.SilentBackend;
import io.tollgate.it.server.RunningPair;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.plugin.testkit.StubBackend;
import io.tollgate.plugin.testkit.StubReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.CreateApiKeyResponse;
import software.amazon.awssdk.services.apigateway.model.Op;

/** Two nodes that are one gateway. The last test kills one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTests {
    private static final int AT_ONCE = 40;

    /** What is awaited comes before the next poll: it was hinted. No patience of the nodes ends while a machine is slow. */
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            entry("TOLLGATE_STAGES_POLL_SECONDS", "3600"),
            entry("TOLLGATE_DRAIN_DELAY_SECONDS", "10"),
            entry("TOLLGATE_CACHE_KIND", "hazelcast"),
            entry("TOLLGATE_PLUGIN_CACHE_HAZELCAST_CLAIM_SECONDS", "300"),
            entry("TOLLGATE_PLUGIN_CACHE_HAZELCAST_ANSWER_MILLISECONDS", "30000"),
            entry("TOLLGATE_ACCOUNT_CONCURRENCY_LIMIT", Integer.toString(AT_ONCE)));

    private static RunningPair pair;
    private static RunningTollgate one;
    private static RunningTollgate other;
    private static ApiGatewayClient client;
    private static ApiUnderTest api;

    @BeforeAll
    static void start() throws IOException, SQLException {
        pair = RunningPair.start(ENVIRONMENT);
        one = pair.one();
        other = pair.other();
        client = Sdk.of(one);
        api = new ApiUnderTest(client, "shared").mock("hello", "first").deploy("test");
        Eventually.get("the API", () -> said(other), "first"::equals);
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        other.kill();
        pair.close();
    }

    private static String said(RunningTollgate node) {
        return Door.EXPRESS_BY_PATH.get(node, api.id(), "/test/hello").body();
    }

    private static String version(RunningTollgate node) {
        return Door.EXPRESS_BY_PATH.get(node, api.id(), "/test/version").body();
    }

    private static String hello() {
        return client.getResources(list -> list.restApiId(api.id())).items().stream()
                .filter(item -> "/hello".equals(item.path()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static int status(RunningTollgate node, String key) {
        HttpRequest request = Door.EXPRESS_BY_PATH
                .request(node, api.id(), "/keyed/hello")
                .header("x-api-key", key)
                .build();
        return Door.send(request).statusCode();
    }

    private static <T> void comes(Supplier<T> question, Predicate<T> awaited) {
        Eventually.get("what was changed", question, awaited);
    }

    @Test
    @Order(1)
    void aChangeOnOneNodeIsLiveOnTheOtherBeforeItsPoll() {
        api.say(hello(), "second");
        api.deploy("test");
        comes(() -> said(other), "second"::equals);
    }

    @Test
    @Order(2)
    void keysCountOnAllNodesBeforeTheirPoll() {
        client.updateMethod(change -> change.restApiId(api.id())
                .resourceId(hello())
                .httpMethod("GET")
                .patchOperations(
                        patch -> patch.op(Op.REPLACE).path("/apiKeyRequired").value("true")));
        api.deploy("keyed");
        String plan = client.createUsagePlan(create -> create.name("gold")
                        .apiStages(stage -> stage.apiId(api.id()).stage("keyed")))
                .id();
        CreateApiKeyResponse key =
                client.createApiKey(create -> create.name("somebody").enabled(true));
        Eventually.get("the stage", () -> status(other, key.value()), code -> code == 403);
        client.createUsagePlanKey(add -> add.usagePlanId(plan).keyId(key.id()).keyType("API_KEY"));
        comes(() -> status(other, key.value()), code -> code == 200);
        client.deleteApiKey(gone -> gone.apiKey(key.id()));
        comes(() -> status(other, key.value()), code -> code == 403);
    }

    @Test
    @Order(3)
    void endsAndRotationsOfKeysCountOnAllNodesBeforeTheirPoll() {
        String plan = client.getUsagePlans(list -> {}).items().getFirst().id();
        CreateApiKeyResponse key =
                client.createApiKey(create -> create.name("turning").enabled(true));
        client.createUsagePlanKey(add -> add.usagePlanId(plan).keyId(key.id()).keyType("API_KEY"));
        comes(() -> status(other, key.value()), code -> code == 200);
        String arn = "arn:aws:apigateway:us-east-1::/apikeys/" + key.id();
        client.tagResource(tag -> tag.resourceArn(arn).tags(Map.of("tollgate:expires-at", "2020-01-01T00:00:00Z")));
        comes(() -> status(other, key.value()), code -> code == 403);
        client.untagResource(tag -> tag.resourceArn(arn).tagKeys("tollgate:expires-at"));
        comes(() -> status(other, key.value()), code -> code == 200);
        String second = rotate(key.id(), 3600);
        comes(() -> status(other, second), code -> code == 200);
        assertThat(status(other, key.value())).isEqualTo(200);
        String third = rotate(key.id(), 0);
        comes(() -> status(other, third), code -> code == 200);
        assertThat(status(other, key.value())).isEqualTo(403);
        assertThat(status(other, second)).isEqualTo(403);
    }

    private static String rotate(String keyId, int grace) {
        HttpResponse<String> rotated =
                Signed.post(one, "/tollgate/apikeys/" + keyId + "/rotate", "{\"gracePeriodSeconds\":" + grace + "}");
        assertThat(rotated.statusCode()).isEqualTo(200);
        return rotated.body().replaceAll(".*\"value\":\"([^\"]*)\".*", "$1");
    }

    @Test
    @Order(4)
    void callsOfAllNodesAreOnOneBill() {
        String plan = client.getUsagePlans(list -> {}).items().getFirst().id();
        CreateApiKeyResponse key = client.createApiKey(
                create -> create.name("=payer").customerId("c7").enabled(true));
        client.createUsagePlanKey(add -> add.usagePlanId(plan).keyId(key.id()).keyType("API_KEY"));
        comes(() -> status(other, key.value()), code -> code == 200);
        assertThat(status(one, key.value())).isEqualTo(200);
        String month = YearMonth.now(ZoneOffset.UTC).toString();
        String line = plan + ",gold,," + key.id() + ",'=payer,c7," + month + ",2\r\n";
        Eventually.get(
                "the bill",
                () -> Signed.get(one, "/tollgate/billing?month=" + month).body(),
                bill -> bill.contains(line));
        assertThat(Signed.get(other, "/tollgate/usageplans/" + plan + "/billing?month=" + month)
                        .body())
                .contains(line);
        client.deleteApiKey(gone -> gone.apiKey(key.id()));
        assertThat(Signed.get(one, "/tollgate/billing?month=" + month).body()).contains(line);
    }

    @Test
    @Order(5)
    void aNodeTakesItsShareOfCallsAtOnceAndClientsThatLeaveMakeRoom() throws IOException {
        List<Socket> clients = new ArrayList<>();
        try (SilentBackend backend = new SilentBackend()) {
            api.httpProxy("silent", backend.url()).deploy("held");
            Eventually.get("the stage", () -> nothing(other), body -> body.contains("Missing Authentication Token"));
            for (int i = 0; i < AT_ONCE / 2; i++) {
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), other.express().getPort());
                clients.add(socket);
                socket.getOutputStream()
                        .write(("GET /_aws/execute-api/" + api.id() + "/held/silent HTTP/1.1\r\nHost: h\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            Eventually.get("the calls", backend::waiting, waiting -> waiting == AT_ONCE / 2);
            HttpResponse<String> refused = Door.EXPRESS_BY_PATH.get(other, api.id(), "/held/silent");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("{\"message\":\"Too Many Requests\"}");
            assertThat(said(one)).isEqualTo("second");
        } finally {
            for (Socket socket : clients) {
                socket.close();
            }
        }
        Eventually.get("room", () -> said(other), "second"::equals);
    }

    private static String nothing(RunningTollgate node) {
        return Door.EXPRESS_BY_PATH.get(node, api.id(), "/held/nothing").body();
    }

    private static String nodes() {
        return Signed.get(one, "/tollgate/nodes").body();
    }

    @Test
    @Order(6)
    void theNodesPageShowsWhatEachNodeServesToWhoSigns() {
        URI page = one.container().resolve("/tollgate/nodes");
        assertThat(Door.send(HttpRequest.newBuilder(page).build()).statusCode()).isEqualTo(403);
        String stage = "\"" + api.id() + ":test\":";
        String shown = Eventually.get(
                "both nodes, alive, with the same stage",
                ClusterTests::nodes,
                text -> versions(text, stage).size() == 2
                        && new HashSet<>(versions(text, stage)).size() == 1
                        && !text.contains("\"alive\":false"));
        assertThat(shown).contains("\"alive\":true");
    }

    /** What follows each mention of the stage. */
    private static List<String> versions(String page, String stage) {
        return Pattern.compile(Pattern.quote(stage) + "(\\d+)")
                .matcher(page)
                .results()
                .map(version -> version.group(1))
                .toList();
    }

    private static HttpResponse<String> cached(RunningTollgate node, String path) {
        return Door.EXPRESS_BY_PATH.get(node, api.id(), "/cached/" + path);
    }

    @Test
    @Order(7)
    void nodesShareCachedResponses() {
        AtomicInteger answers = new AtomicInteger();
        try (StubBackend backend =
                StubBackend.start().replies(request -> StubReply.text("answer " + answers.incrementAndGet()))) {
            for (int i = 0; i < 6; i++) {
                api.cacheable("shared-" + i, backend.url("/"));
            }
            api.mock("mark-1", "here").deployCached("cached");
            awaitCachedStage("mark-1");
            // Six keys: some belong to the one node, some to the other.
            for (int i = 0; i < 6; i++) {
                String path = "shared-" + i;
                String fetched = "answer " + (i + 1);
                assertThat(cached(i % 2 == 0 ? one : other, path).body()).isEqualTo(fetched);
                assertThat(cached(other, path).body()).isEqualTo(fetched);
                assertThat(cached(one, path).body()).isEqualTo(fetched);
            }
            assertThat(backend.requests()).hasSize(6);
            client.flushStageCache(flush -> flush.restApiId(api.id()).stageName("cached"));
            comes(() -> cached(other, "shared-0").body(), "answer 7"::equals);
            comes(() -> cached(one, "shared-0").body(), body -> !body.equals("answer 1"));
        }
    }

    @Test
    @Order(8)
    void concurrentMissesOnBothNodesGoToTheBackendOnce() {
        CountDownLatch release = new CountDownLatch(1);
        try (StubBackend backend = StubBackend.start().replies(request -> after(release));
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                api.cacheable("once-" + i, backend.url("/" + i));
            }
            api.mock("mark-2", "here").deploy("cached");
            awaitCachedStage("mark-2");
            List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String path = "once-" + i % 4;
                RunningTollgate node = i % 3 == 0 ? one : other;
                calls.add(CompletableFuture.supplyAsync(() -> cached(node, path), callers));
            }
            Eventually.get("a call of each resource", () -> backend.requests().size(), size -> size >= 4);
            release.countDown();
            assertThat(calls).allMatch(call -> call.join().body().equals("slow"));
            assertThat(backend.requests()).hasSize(4);
        }
    }

    private static void awaitCachedStage(String mark) {
        for (RunningTollgate node : List.of(one, other)) {
            Eventually.get("the stage", () -> cached(node, mark).body(), "here"::equals);
        }
    }

    private static StubReply after(CountDownLatch release) {
        try {
            release.await();
            return StubReply.text("slow");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new StubReply.HangUp();
        }
    }

    @Test
    @Order(9)
    void aCanaryIsRolledBackOnBothNodesByTheirCallsTogether() {
        FailingCanary canary = new FailingCanary(client, 100, "5xx=5 minimum=80 window=3600");
        canary.call(one, 50);
        canary.call(other, 50);
        Eventually.get("the rollback", canary::percent, percent -> percent == 0);
        comes(() -> canary.saysBase(other), base -> base);
        comes(() -> canary.saysBase(one), base -> base);
    }

    @Test
    @Order(10)
    void aNodeIsRestartedUnderLoadWithoutAFailureAndIsReadyWhenItHasCaughtUp() {
        Load load = new Load();
        RunningTollgate before = other;
        String resource = api.mockAt("version", "first");
        api.deploy("test");
        Eventually.get("the stage", () -> version(other), "first"::equals);
        try (Balancer balancer = new Balancer(List.of(one, other))) {
            try (load) {
                for (int i = 0; i < 4; i++) {
                    load.client(
                            () -> balancer.get(api.id(), "/test/version"),
                            answer -> answer.statusCode() == 200
                                    && List.of("first", "second").contains(answer.body()));
                }
                Eventually.get("calls to the node", () -> balancer.calls(before), calls -> calls > 10);
                before.terminate();
                assertThat(before.awaitEnd()).isZero();
                api.say(resource, "second");
                api.deploy("test");

                other = RunningTollgate.begin(before.launch());
                Eventually.get("the node", () -> Balancer.isReady(other), ready -> ready);
                assertThat(version(other)).isEqualTo("second");
                other.awaitReady();
                URI health = other.container().resolve("/health/ready");
                assertThat(Door.send(HttpRequest.newBuilder(health).build()).body())
                        .contains("{\"name\":\"tollgate\",\"status\":\"UP\"");
                int served = balancer.calls(before);
                Eventually.get("calls to the node", () -> balancer.calls(before), calls -> calls > served + 10);
            }
            assertThat(load.failures()).isEmpty();
            assertThat(load.calls()).isGreaterThan(100);
        }
    }

    @Test
    @Order(11)
    void aNodeGoesOnWhenTheOtherIsKilled() {
        other.kill();
        comes(() -> version(one), "second"::equals);
        api.deploy("after");
        comes(() -> Door.EXPRESS_BY_PATH.get(one, api.id(), "/after/nothing").statusCode(), code -> code == 403);
        Eventually.get("the dead node's sign", ClusterTests::nodes, page -> page.contains("\"alive\":false"));
    }
}
