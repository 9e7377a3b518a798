package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.it.client.Door;
import io.tollgate.it.client.Sdk;
import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ApiGatewayException;

/** Who signs wrongly gets AWS's answer. Signatures are made by AWS's SDK. */
@ExtendWith(SharedTollgate.class)
class SignatureTests {
    private final RunningTollgate tollgate;
    private final AwsCredentials root;

    SignatureTests(RunningTollgate tollgate) {
        this.tollgate = tollgate;
        this.root = Sdk.credentials(tollgate).resolveCredentials();
    }

    private void isRefused(AwsCredentials credentials, String code, String message) {
        try (ApiGatewayClient client = Sdk.of(tollgate.container(), StaticCredentialsProvider.create(credentials))) {
            assertThatThrownBy(client::getAccount).isInstanceOfSatisfying(ApiGatewayException.class, refused -> {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
                assertThat(refused.awsErrorDetails().errorMessage()).startsWith(message);
                assertThat(refused.requestId()).isNotEmpty();
            });
        }
    }

    private HttpResponse<String> signed(Duration age) {
        URI uri = tollgate.container().resolve("/account");
        SdkHttpRequest request =
                SdkHttpRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(root)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "apigateway")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.offset(Clock.systemUTC(), age.negated())))
                .request();
        HttpRequest.Builder sent = HttpRequest.newBuilder(uri);
        signed.forEachHeader((name, values) -> values.forEach(value -> sent.header(name, value)));
        return Door.send(sent.build());
    }

    @Test
    void anUnknownKey() {
        isRefused(
                AwsBasicCredentials.create("AKIAUNKNOWNUNKNOWN00", root.secretAccessKey()),
                "UnrecognizedClientException",
                "The security token included in the request is invalid");
    }

    @Test
    void aWrongSecret() {
        isRefused(
                AwsBasicCredentials.create(root.accessKeyId(), "wrong" + root.secretAccessKey()),
                "InvalidSignatureException",
                "The request signature we calculated does not match the signature you provided.");
    }

    @Test
    void aSignatureOfNow() {
        assertThat(signed(Duration.ZERO).statusCode()).isEqualTo(200);
    }

    @Test
    void aSignatureFromBefore() {
        HttpResponse<String> answer = signed(Duration.ofMinutes(6));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("InvalidSignatureException");
        assertThat(answer.body())
                .startsWith("{\"message\":\"Signature expired: ")
                .contains(" is now earlier than ");
    }

    @Test
    void aSignatureFromTheFuture() {
        HttpResponse<String> answer = signed(Duration.ofMinutes(-6));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).startsWith("{\"message\":\"Signature not yet current: ");
    }

    @Test
    void noSignatureAtAll() {
        HttpResponse<String> answer = Door.send(
                HttpRequest.newBuilder(tollgate.container().resolve("/account")).build());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("x-amzn-errortype")).hasValue("MissingAuthenticationTokenException");
        assertThat(answer.body()).contains("Missing Authentication Token");
    }
}
