package io.tollgate.it.client;

import io.tollgate.it.server.Addresses;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Calls that AWS does not have, signed with the root credential as AWS's are. */
public final class Signed {
    private Signed() {}

    /** The answer to a GET. */
    public static HttpResponse<String> get(Addresses tollgate, String path) {
        return call(tollgate, SdkHttpMethod.GET, path, "");
    }

    /** The answer to a POST of JSON. */
    public static HttpResponse<String> post(Addresses tollgate, String path, String body) {
        return call(tollgate, SdkHttpMethod.POST, path, body);
    }

    private static HttpResponse<String> call(Addresses tollgate, SdkHttpMethod method, String path, String body) {
        URI uri = tollgate.container().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method.name(), BodyPublishers.ofString(body));
        SdkHttpRequest plain = SdkHttpRequest.builder().method(method).uri(uri).build();
        AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(Sdk.credentials(tollgate).resolveCredentials())
                        .request(plain)
                        .payload(ContentStreamProvider.fromByteArray(body.getBytes(StandardCharsets.UTF_8)))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "apigateway")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request()
                .forEachHeader((name, values) -> values.forEach(value -> request.header(name, value)));
        return Door.send(request.build());
    }
}
