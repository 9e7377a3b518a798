package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Eventually;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.Launch;
import io.tollgate.it.server.RunningPostgres;
import io.tollgate.it.server.RunningTollgate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.CreateApiKeyResponse;
import software.amazon.awssdk.services.apigateway.model.Op;

/** Two nodes that are one gateway. The last test kills one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterTests {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration GOING_ON = Duration.ofSeconds(2);

    private static RunningPostgres postgres;
    private static RunningTollgate one;
    private static RunningTollgate other;
    private static ApiGatewayClient client;
    private static ApiUnderTest api;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = RunningPostgres.start();
        postgres.create("cluster");
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        int[] ports = freePorts();
        String members = "127.0.0.1:" + ports[0] + ",127.0.0.1:" + ports[1];
        Launch first = member("cluster-1", key, members, ports[0]);
        Launch second = member("cluster-2", key, members, ports[1]);
        one = RunningTollgate.start(first);
        other = RunningTollgate.start(second);
        client = Sdk.of(one);
        api = new ApiUnderTest(client, "shared").mock("hello", "first").deploy("test");
        Eventually.get("the API", () -> said(other), "first"::equals);
    }

    private static Launch member(String name, byte[] key, String members, int port) {
        return postgres.launch(name, "cluster")
                .with("TOLLGATE_SECRET_KEY", Base64.getEncoder().encodeToString(key))
                .with("TOLLGATE_STAGES_POLL_SECONDS", "30")
                .with("TOLLGATE_CLUSTER_MEMBERS", members)
                .with("TOLLGATE_CLUSTER_PORT", Integer.toString(port));
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        one.close();
        other.kill();
        postgres.close();
    }

    private static String said(RunningTollgate node) {
        return Door.EXPRESS_BY_PATH.get(node, api.id(), "/test/hello").body();
    }

    private static int status(RunningTollgate node, String key) {
        HttpRequest request = Door.EXPRESS_BY_PATH
                .request(node, api.id(), "/keyed/hello")
                .header("x-api-key", key)
                .build();
        return Door.send(request).statusCode();
    }

    private static <T> void within(Duration time, Supplier<T> question, Predicate<T> awaited) {
        Instant begin = Instant.now();
        Eventually.get("what was changed", question, awaited);
        assertThat(Duration.between(begin, Instant.now())).isLessThan(time);
    }

    @Test
    @Order(1)
    void aChangeOnOneNodeIsLiveOnTheOtherWithinASecondAndNotByItsPoll() {
        String resource = client.getResources(list -> list.restApiId(api.id())).items().stream()
                .filter(item -> "/hello".equals(item.path()))
                .findFirst()
                .orElseThrow()
                .id();
        api.say(resource, "second");
        api.deploy("test");
        within(SOON, () -> said(other), "second"::equals);
    }

    @Test
    @Order(2)
    void keysCountOnAllNodesWithinASecond() {
        String resource = client.getResources(list -> list.restApiId(api.id())).items().stream()
                .filter(item -> "/hello".equals(item.path()))
                .findFirst()
                .orElseThrow()
                .id();
        client.updateMethod(change -> change.restApiId(api.id())
                .resourceId(resource)
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
        within(SOON, () -> status(other, key.value()), code -> code == 200);
        client.deleteApiKey(gone -> gone.apiKey(key.id()));
        within(SOON, () -> status(other, key.value()), code -> code == 403);
    }

    private static HttpResponse<String> nodes(boolean signed) {
        URI uri = one.container().resolve("/tollgate/nodes");
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (signed) {
            SdkHttpRequest plain =
                    SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
            AwsV4HttpSigner.create()
                    .sign(sign -> sign.identity(Sdk.credentials(one).resolveCredentials())
                            .request(plain)
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "apigateway")
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                    .request()
                    .forEachHeader((name, values) -> values.forEach(value -> request.header(name, value)));
        }
        return Door.send(request.build());
    }

    @Test
    @Order(3)
    void theNodesPageShowsWhatEachNodeServesToWhoSigns() {
        assertThat(nodes(false).statusCode()).isEqualTo(403);
        String stage = "\"" + api.id() + ":test\":";
        String shown = Eventually.get(
                "both nodes with the stage", () -> nodes(true).body(), page -> page.split(stage, -1).length == 3);
        List<String> versions = List.of(shown.split(stage, -1)).subList(1, 3).stream()
                .map(rest -> rest.replaceAll("(?s)\\D.*", ""))
                .toList();
        assertThat(versions.get(0)).isEqualTo(versions.get(1)).isNotEmpty();
        assertThat(shown).contains("\"alive\":true").doesNotContain("\"alive\":false");
    }

    @Test
    @Order(4)
    void aNodeGoesOnWhenTheOtherIsKilled() {
        other.kill();
        within(GOING_ON, () -> said(one), "second"::equals);
        api.deploy("after");
        within(
                GOING_ON,
                () -> Door.EXPRESS_BY_PATH.get(one, api.id(), "/after/nothing").statusCode(),
                code -> code == 403);
        Eventually.get("the dead node's sign", () -> nodes(true).body(), page -> page.contains("\"alive\":false"));
    }
}
