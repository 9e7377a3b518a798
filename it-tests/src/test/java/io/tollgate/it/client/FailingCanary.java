package io.tollgate.it.client;

import io.tollgate.it.server.Addresses;
import java.net.http.HttpResponse;
import java.util.Map;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;

/** An API whose stage {@code live} says {@code base}, and whose canary has a backend that is not there. */
public final class FailingCanary {
    private static final String BASE = "base";

    private final ApiGatewayClient client;
    private final String api;

    /**
     * Makes one.
     *
     * @param percent the canary's share of the calls
     * @param rule the tag by which it is rolled back; {@code X-Canary} chooses the side
     */
    public FailingCanary(ApiGatewayClient client, double percent, String rule) {
        this.client = client;
        ApiUnderTest made = new ApiUnderTest(client, "failing");
        this.api = made.id();
        String hello = made.mockAt("hello", BASE);
        made.deploy("live");
        client.tagResource(tag -> tag.resourceArn("arn:aws:apigateway:us-east-1::/restapis/" + api + "/stages/live")
                .tags(Map.of("tollgate:canary-rollback", rule, "tollgate:canary-force-header", "X-Canary")));
        client.putIntegration(integration -> integration
                .restApiId(api)
                .resourceId(hello)
                .httpMethod("GET")
                .type(IntegrationType.HTTP_PROXY)
                .integrationHttpMethod("GET")
                .uri("http://127.0.0.1:1/nobody-listens"));
        client.createDeployment(deployment -> deployment
                .restApiId(api)
                .stageName("live")
                .description("broken backend")
                .canarySettings(canary -> canary.percentTraffic(percent)));
    }

    /** The API's id. */
    public String api() {
        return api;
    }

    /** The answer to a call that asks for a side; one that asks for neither is drawn. */
    public HttpResponse<String> call(Addresses node, String side) {
        return Door.send(Door.EXPRESS_BY_PATH
                .request(node, api, "/live/hello")
                .header("X-Canary", side)
                .build());
    }

    /** Whether the stage's own deployment answers. */
    public boolean saysBase(Addresses node) {
        return call(node, "drawn").body().equals(BASE);
    }

    /** So many calls, once the node has the canary. */
    public void call(Addresses node, int calls) {
        Eventually.get("the canary", () -> call(node, "canary").statusCode(), status -> status >= 500);
        for (int i = 0; i < calls; i++) {
            call(node, "drawn");
        }
    }

    /** The canary's share of the calls now. */
    public double percent() {
        return client.getStage(stage -> stage.restApiId(api).stageName("live"))
                .canarySettings()
                .percentTraffic();
    }
}
