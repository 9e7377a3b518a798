package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.it.client.ApiUnderTest;
import io.tollgate.it.client.Door;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import io.tollgate.plugin.testkit.ReceivedRequest;
import io.tollgate.plugin.testkit.StubBackend;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** AWS's SDK for Java builds an API, and the API answers at every door. */
@ExtendWith(SharedTollgate.class)
@TestInstance(Lifecycle.PER_CLASS)
class SdkTests {
    private final RunningTollgate tollgate;
    private final StubBackend backend = StubBackend.start();
    private final ApiGatewayClient client;
    private ApiUnderTest api;
    private String link;

    SdkTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
        this.client = Sdk.of(tollgate);
    }

    @BeforeAll
    void buildAnApi() {
        String target = "arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/a/b";
        link = client.createVpcLink(create -> create.name("link").targetArns(target))
                .id();
        api = new ApiUnderTest(client, "built by the SDK")
                .mock("hello", "{\"hello\": \"$input.params('name')\"}")
                .httpProxy("pets", backend.url("/pets"))
                .linked("private", backend.url("/private"), link)
                .deploy("test");
    }

    @AfterAll
    void close() {
        backend.close();
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void aMockAnswersAtEveryDoor(Door door) {
        HttpResponse<String> answer = door.get(tollgate, api.id(), "/test/hello?name=world");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"hello\": \"world\"}");
        assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aBackendAnswersThroughEveryDoor(Door door) {
        HttpResponse<String> answer = Door.send(door.request(tollgate, api.id(), "/test/pets?kind=cat")
                .header("X-Door", door.name())
                .method("PATCH", BodyPublishers.ofString("{\"name\": \"Mia\"}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        ReceivedRequest received = backend.requests().stream()
                .filter(request -> door.name().equals(request.headers().get("X-Door")))
                .findFirst()
                .orElseThrow();
        assertThat(received.method()).isEqualTo("PATCH");
        assertThat(received.target()).isEqualTo("/pets?kind=cat");
        assertThat(received.text()).isEqualTo("{\"name\": \"Mia\"}");
    }

    @ParameterizedTest
    @EnumSource
    void aBackendBehindAVpcLinkIsCalledAtItsUri(Door door) {
        HttpResponse<String> answer = door.get(tollgate, api.id(), "/test/private?door=" + door.name());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("hello");
        assertThat(backend.requests().stream().map(ReceivedRequest::target)).contains("/private?door=" + door.name());
    }

    @Test
    void aVpcLinkInUseIsNotDeleted() {
        assertThatThrownBy(() -> client.deleteVpcLink(delete -> delete.vpcLinkId(link)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Cannot delete vpc link. Vpc link '" + link + "', is referenced in [");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsRefusedInAwsWords(Door door) {
        HttpResponse<String> answer = door.get(tollgate, api.id(), "/test/nowhere");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("MissingAuthenticationTokenException");
    }

    @Test
    void anApiIsChangedListedAndDeleted() {
        String id = new ApiUnderTest(client, "short-lived").id();
        client.updateRestApi(update -> update.restApiId(id)
                .patchOperations(
                        patch -> patch.op(Op.REPLACE).path("/description").value("changed")));
        assertThat(client.getRestApi(get -> get.restApiId(id)).description()).isEqualTo("changed");
        assertThat(client.getRestApisPaginator().items().stream().map(RestApi::id))
                .contains(id);
        client.deleteRestApi(delete -> delete.restApiId(id));
        assertThatThrownBy(() -> client.getRestApi(get -> get.restApiId(id))).isInstanceOf(NotFoundException.class);
    }
}
