package io.tollgate.it.client;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.ConnectionType;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.Resource;

/** An API that a test builds through the SDK, a child of the root at a time. */
public final class ApiUnderTest {
    private final ApiGatewayClient client;
    private final String id;
    private final String rootId;

    /** Creates an API without methods. */
    public ApiUnderTest(ApiGatewayClient client, String name) {
        this.client = client;
        this.id = client.createRestApi(api -> api.name(name)).id();
        this.rootId = client.getResources(list -> list.restApiId(id)).items().stream()
                .filter(resource -> "/".equals(resource.path()))
                .map(Resource::id)
                .findFirst()
                .orElseThrow();
    }

    /** The API's id. */
    public String id() {
        return id;
    }

    /** Adds {@code GET /{part}}, answered by a MOCK integration with a body. */
    public ApiUnderTest mock(String part, String body) {
        mockAt(part, body);
        return this;
    }

    /** The same; gives the resource's id. */
    public String mockAt(String part, String body) {
        String resource = resource(part);
        method(
                resource,
                "GET",
                integration -> integration
                        .type(IntegrationType.MOCK)
                        .requestTemplates(Map.of("application/json", "{\"statusCode\": 200}")));
        answer(resource, body);
        return resource;
    }

    /** Changes the body of what {@link #mock} added. */
    public void say(String resource, String body) {
        client.putIntegrationResponse(response -> response.restApiId(id)
                .resourceId(resource)
                .httpMethod("GET")
                .statusCode("200")
                .responseTemplates(Map.of("application/json", body)));
    }

    /** Adds {@code ANY /{part}} that a backend answers by HTTP_PROXY. */
    public ApiUnderTest httpProxy(String part, String uri) {
        return proxy(part, "ANY", uri, plain -> {});
    }

    /** Adds {@code GET /{part}} that a backend answers by HTTP_PROXY through a VPC link. */
    public ApiUnderTest linked(String part, String uri, String linkId) {
        return proxy(
                part,
                "GET",
                uri,
                integration ->
                        integration.connectionType(ConnectionType.VPC_LINK).connectionId(linkId));
    }

    /** Adds {@code GET /{part}} that a backend answers by HTTP_PROXY; a stage with a cache keeps the answers. */
    public ApiUnderTest cacheable(String part, String uri) {
        return proxy(part, "GET", uri, plain -> {});
    }

    private ApiUnderTest proxy(String part, String verb, String uri, Consumer<PutIntegrationRequest.Builder> more) {
        method(resource(part), verb, integration -> {
            integration
                    .type(IntegrationType.HTTP_PROXY)
                    .integrationHttpMethod(verb)
                    .uri(uri);
            more.accept(integration);
        });
        return this;
    }

    /** Adds {@code GET /{part}} that a plugin of type AWS answers. */
    public ApiUnderTest aws(String part, String uri) {
        String resource = resource(part);
        method(
                resource,
                "GET",
                integration -> integration
                        .type(IntegrationType.AWS)
                        .integrationHttpMethod("POST")
                        .credentials("arn:aws:iam::000000000000:role/any")
                        .uri(uri));
        client.putMethodResponse(response ->
                response.restApiId(id).resourceId(resource).httpMethod("GET").statusCode("200"));
        client.putIntegrationResponse(response ->
                response.restApiId(id).resourceId(resource).httpMethod("GET").statusCode("200"));
        return this;
    }

    /** Adds a child of the root; gives its id. */
    public String resource(String part) {
        return client.createResource(
                        resource -> resource.restApiId(id).parentId(rootId).pathPart(part))
                .id();
    }

    private void method(String resource, String verb, Consumer<PutIntegrationRequest.Builder> integration) {
        client.putMethod(method ->
                method.restApiId(id).resourceId(resource).httpMethod(verb).authorizationType("NONE"));
        client.putIntegration(request -> {
            request.restApiId(id).resourceId(resource).httpMethod(verb);
            integration.accept(request);
        });
    }

    private void answer(String resource, String body) {
        client.putMethodResponse(response ->
                response.restApiId(id).resourceId(resource).httpMethod("GET").statusCode("200"));
        say(resource, body);
    }

    /** Deploys what there is to a new stage with a cache of 0.5 GB. */
    public ApiUnderTest deployCached(String stage) {
        client.createDeployment(deployment -> deployment
                .restApiId(id)
                .stageName(stage)
                .cacheClusterEnabled(true)
                .cacheClusterSize("0.5"));
        return this;
    }

    /** Deploys what there is to a stage. */
    public ApiUnderTest deploy(String stage) {
        client.createDeployment(deployment -> deployment.restApiId(id).stageName(stage));
        return this;
    }
}
