package io.tollgate.dataplane.gateway;

import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.EndpointConfiguration;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.IntegrationResponse;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.MethodResponse;
import io.tollgate.model.restapi.Model;
import io.tollgate.model.restapi.RequestValidator;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.restapi.RestApi;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.MethodSetting;
import io.tollgate.model.stage.Stage;
import io.tollgate.model.stage.StageOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small API definitions for tests, built from what a test is about; everything else has AWS's defaults. */
public final class Definitions {
    private static final Map<String, MethodResponse> ONLY_200 = Map.of("200", new MethodResponse("200", null, null));

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final Map<String, Map<String, Method>> methods = new LinkedHashMap<>();
    private final List<GatewayResponse> gatewayResponses = new ArrayList<>();
    private Map<String, String> variables = Map.of();
    private Map<String, MethodSetting> settings = Map.of();
    private final List<RequestValidator> validators = new ArrayList<>();
    private final List<Model> models = new ArrayList<>();
    private String endpointType = "REGIONAL";
    private @Nullable String cacheSize;
    private long cacheGeneration;
    private @Nullable List<String> binaryMediaTypes;
    private @Nullable Integer minimumCompressionSize;
    private @Nullable CanarySettings canary;
    private @Nullable Definitions canaryDefinition;
    private StageOptions options = StageOptions.NONE;

    /** A method with this integration, which answers 200. */
    public Definitions method(String verb, String path, Integration integration) {
        return method(verb, path, integration, ONLY_200);
    }

    /** A method with this integration and these responses. */
    public Definitions method(
            String verb, String path, Integration integration, Map<String, MethodResponse> responses) {
        return method(path, open(verb, false, integration, responses));
    }

    /** A method with an integration of this type that needs an API key. */
    public Definitions methodWithKey(String verb, String path, Integration integration) {
        return method(path, open(verb, true, integration, ONLY_200));
    }

    /** A method without an authorizer. */
    private static Method open(
            String verb, boolean withKey, Integration integration, Map<String, MethodResponse> responses) {
        return new Method(verb, "NONE", null, withKey, null, null, null, null, responses, integration, null);
    }

    /** A method as given. */
    public Definitions method(String path, Method method) {
        methods.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(method.httpMethod(), method);
        return this;
    }

    /** Stage variables. */
    public Definitions variables(Map<String, String> values) {
        this.variables = values;
        return this;
    }

    /** Method settings of the stage. */
    public Definitions settings(Map<String, MethodSetting> values) {
        this.settings = values;
        return this;
    }

    /** A response cache that was flushed so many times. */
    public Definitions cached(long generation) {
        this.cacheSize = "0.5";
        this.cacheGeneration = generation;
        return this;
    }

    /** A model. */
    public Definitions model(String name, String schema) {
        models.add(new Model("m" + models.size(), name, null, schema, "application/json"));
        return this;
    }

    /** A request validator. */
    public Definitions validator(RequestValidator validator) {
        validators.add(validator);
        return this;
    }

    /** The kind of endpoint: EDGE, REGIONAL or PRIVATE. */
    public Definitions endpointType(String type) {
        this.endpointType = type;
        return this;
    }

    /** Media types that are binary. */
    public Definitions binaryMediaTypes(String... types) {
        this.binaryMediaTypes = List.of(types);
        return this;
    }

    /** From how many bytes on answers are compressed. */
    public Definitions minimumCompressionSize(int bytes) {
        this.minimumCompressionSize = bytes;
        return this;
    }

    /** A canary that serves the same deployment. */
    public Definitions canary(CanarySettings settings) {
        this.canary = settings;
        return this;
    }

    /** A canary that serves another deployment. */
    public Definitions canary(CanarySettings settings, Definitions other) {
        this.canaryDefinition = other;
        return canary(settings);
    }

    /** A canary with this share of the calls that serves the same deployment. */
    public Definitions canary(double percent) {
        return canary(new CanarySettings(percent, "dep123", null, false));
    }

    /** Tags of the stage that are options. */
    public Definitions options(Map<String, String> tags) {
        this.options = StageOptions.of(tags);
        return this;
    }

    /** A customised gateway response. */
    public Definitions gatewayResponse(GatewayResponse response) {
        gatewayResponses.add(response);
        return this;
    }

    /** An integration with a default integration response. */
    public static Integration integration(String type, String uri) {
        return integration(type, uri, null, null, null);
    }

    /** An integration with content handling both ways and a template for JSON requests. */
    public static Integration integration(
            String type,
            String uri,
            @Nullable String requestHandling,
            @Nullable String responseHandling,
            @Nullable String template) {
        return new Integration(
                type,
                "GET",
                uri,
                null,
                null,
                null,
                null,
                template == null ? null : Map.of("application/json", template),
                "WHEN_NO_MATCH",
                requestHandling,
                29_000,
                null,
                List.of(),
                Map.of("200", new IntegrationResponse("200", null, null, null, responseHandling)),
                null,
                null,
                null);
    }

    private ApiDefinition definition() {
        RestApi api = new RestApi(
                "api1234567",
                "pets",
                null,
                CREATED,
                null,
                binaryMediaTypes,
                minimumCompressionSize,
                "HEADER",
                new EndpointConfiguration(List.of(endpointType), "ipv4", null),
                null,
                false,
                "root000000",
                null,
                null);
        List<Resource> resources = new ArrayList<>();
        methods.forEach(
                (path, ofPath) -> resources.add(new Resource("r" + resources.size(), null, null, path, ofPath)));
        return new ApiDefinition(
                api, resources, List.copyOf(models), List.copyOf(validators), List.of(), List.copyOf(gatewayResponses));
    }

    /** The definition as a stage {@code test} of API {@code api1234567}. */
    public LiveStageDocument stage() {
        Stage stage = new Stage(
                "dep123",
                null,
                "test",
                null,
                cacheSize != null,
                cacheSize,
                cacheSize == null ? "NOT_AVAILABLE" : "AVAILABLE",
                settings,
                variables,
                null,
                null,
                canary,
                false,
                null,
                CREATED,
                CREATED);
        return new LiveStageDocument(
                "api1234567",
                "123456789012",
                "us-east-1",
                stage,
                definition(),
                canaryDefinition == null ? null : canaryDefinition.definition(),
                1,
                cacheGeneration,
                options);
    }
}
