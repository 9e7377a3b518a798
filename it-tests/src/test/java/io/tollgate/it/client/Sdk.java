package io.tollgate.it.client;

import io.tollgate.it.server.Addresses;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;

/** AWS's SDK for Java, pointed at a gateway. It tries nothing twice, so that tests see the first answer. */
public final class Sdk {
    private Sdk() {}

    /** A client with the root credential. */
    public static ApiGatewayClient of(Addresses tollgate) {
        return of(tollgate.container(), credentials(tollgate));
    }

    /** A client with other credentials. */
    public static ApiGatewayClient of(URI endpoint, AwsCredentialsProvider credentials) {
        return ApiGatewayClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials)
                .httpClient(ApacheHttpClient.create())
                .overrideConfiguration(client -> client.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }

    /** The root credential. */
    public static AwsCredentialsProvider credentials(Addresses tollgate) {
        ProfileFile file = ProfileFile.builder()
                .content(tollgate.credentials())
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
        return ProfileCredentialsProvider.builder()
                .profileFile(file)
                .profileName("tollgate")
                .build();
    }
}
