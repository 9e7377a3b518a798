package io.tollgate.model.openapi;

import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
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
import io.tollgate.model.restapi.TlsConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * APIs made up from a seed, of everything that both specifications can say.
 *
 * <p>Swagger cannot tell different models for different media types; those are made for OpenAPI only.
 */
final class GeneratedApis {
    private static final List<String> PARTS = List.of("a", "b", "{id}", "c-d", "e.f", "g_h");
    private static final List<String> VERBS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY");
    private static final List<String> STATUSES = List.of("200", "201", "400", "500");
    private static final List<String> TYPES = List.of("application/json", "application/xml", "text/plain");

    private final Random random;
    private final boolean swagger;
    private final Ids ids = new Ids();
    private final List<Model> models = new ArrayList<>();
    private final List<Authorizer> authorizers = new ArrayList<>();
    private final List<RequestValidator> validators = new ArrayList<>();

    private GeneratedApis(long seed, boolean swagger) {
        this.random = new Random(seed);
        this.swagger = swagger;
    }

    static ApiDefinition of(long seed, ExportType type) {
        return new GeneratedApis(seed, type == ExportType.SWAGGER).definition();
    }

    private ApiDefinition definition() {
        repeat(4, i -> models.add(model(i)));
        repeat(3, i -> authorizers.add(authorizer(i)));
        repeat(3, i -> validators.add(new RequestValidator(ids.get(), "validator " + i, chance(), chance())));
        List<Resource> resources = resources();
        return new ApiDefinition(
                restApi(resources.get(0).id()), resources, models, validators, authorizers, gatewayResponses());
    }

    private RestApi restApi(String root) {
        boolean isPrivate = chance();
        return new RestApi(
                ImportCase.TARGET.apiId(),
                text(),
                maybe(this::text),
                Instant.EPOCH,
                text(),
                maybe(() -> List.of("image/png", "*/*")),
                maybe(() -> random.nextInt(10_485_761)),
                chance() ? "HEADER" : "AUTHORIZER",
                new EndpointConfiguration(
                        List.of(isPrivate ? "PRIVATE" : "REGIONAL"),
                        isPrivate || chance() ? "dualstack" : "ipv4",
                        isPrivate ? maybe(() -> List.of("vpce-1", "vpce-2")) : null),
                maybe(
                        () ->
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Resource\":\"*\"}]}"),
                chance(),
                root,
                maybe(() -> "TLS_1_2"),
                maybe(() -> "BASIC"));
    }

    private Model model(int i) {
        StringBuilder schema = new StringBuilder("{\n  \"type\" : \"object\"");
        if (chance()) {
            schema.append(",\n  \"properties\" : {\n    \"x\" : {\n      \"$ref\" : \"")
                    .append(ImportCase.TARGET.modelPrefix())
                    .append("Model0\"\n    }\n  }");
        }
        String description = maybe(() -> "A model");
        if (description != null) {
            schema.append(",\n  \"description\" : \"").append(description).append('"');
        }
        return new Model(
                ids.get(), "Model" + i, description, schema.append("\n}").toString(), "application/json");
    }

    private Authorizer authorizer(int i) {
        boolean cognito = chance();
        String type = cognito ? "COGNITO_USER_POOLS" : chance() ? "TOKEN" : "REQUEST";
        String source = type.equals("REQUEST")
                ? maybe(() -> "method.request.header.A, method.request.querystring.b")
                : "method.request.header.X-" + i;
        return new Authorizer(
                ids.get(),
                "authorizer-" + i,
                type,
                cognito ? List.of("arn:aws:cognito-idp:eu-west-1:1:userpool/p") : null,
                cognito ? "cognito_user_pools" : text(),
                cognito ? null : "arn:aws:apigateway:eu-west-1:lambda:path/f/invocations",
                cognito ? null : maybe(() -> "arn:aws:iam::1:role/r"),
                source,
                type.equals("TOKEN") ? maybe(() -> "^a.*") : null,
                maybe(() -> random.nextInt(3601)));
    }

    private List<GatewayResponse> gatewayResponses() {
        List<GatewayResponse> responses = new ArrayList<>();
        for (String type : List.of("DEFAULT_4XX", "UNAUTHORIZED", "THROTTLED")) {
            if (chance()) {
                responses.add(new GatewayResponse(
                        type,
                        maybe(() -> "418"),
                        chance() ? Map.of("gatewayresponse.header.X", "'" + text() + "'") : Map.of(),
                        chance() ? Map.of("application/json", text()) : Map.of(),
                        false));
            }
        }
        return responses;
    }

    private List<Resource> resources() {
        Map<String, Resource> byPath = new TreeMap<>();
        byPath.put("/", resource(null, null, "/"));
        repeat(8, i -> {
            List<String> paths = byPath.keySet().stream()
                    .filter(path -> !path.endsWith("+}"))
                    .toList();
            Resource parent = byPath.get(pick(paths));
            String part = parent.path().contains("{") ? "leaf" + i : pick(PARTS);
            if (chance() && !hasVariable(byPath, parent) && !parent.path().contains("{")) {
                part = "{proxy+}";
            }
            boolean blocked = part.startsWith("{") && hasVariable(byPath, parent);
            String path = (parent.path().equals("/") ? "" : parent.path()) + "/" + part;
            if (!blocked && !byPath.containsKey(path)) {
                byPath.put(path, resource(parent.id(), part, path));
            }
        });
        return List.copyOf(byPath.values());
    }

    private static boolean hasVariable(Map<String, Resource> byPath, Resource parent) {
        return byPath.values().stream()
                .anyMatch(resource -> parent.id().equals(resource.parentId())
                        && String.valueOf(resource.pathPart()).startsWith("{"));
    }

    private Resource resource(@Nullable String parentId, @Nullable String part, String path) {
        String id = ids.get();
        Map<String, Method> methods = new LinkedHashMap<>();
        repeat(3, i -> {
            String verb = pick(VERBS);
            methods.put(verb, method(verb, id, path));
        });
        return new Resource(id, parentId, part, path, methods);
    }

    private Method method(String verb, String resourceId, String path) {
        int kind = random.nextInt(3);
        Authorizer authorizer = kind == 2 && !authorizers.isEmpty() ? pick(authorizers) : null;
        boolean cognito = authorizer != null && authorizer.type().equals("COGNITO_USER_POOLS");
        Map<String, Boolean> parameters = parameters(path);
        Map<String, MethodResponse> responses = responses();
        return new Method(
                verb,
                authorizer != null ? cognito ? "COGNITO_USER_POOLS" : "CUSTOM" : kind == 1 ? "AWS_IAM" : "NONE",
                authorizer == null ? null : authorizer.id(),
                chance(),
                validators.isEmpty() ? null : maybe(() -> pick(validators).id()),
                maybe(this::text),
                parameters.isEmpty() ? null : parameters,
                bodies(),
                responses.isEmpty() ? null : responses,
                maybe(() -> integration(resourceId, parameters, responses)),
                cognito ? maybe(() -> List.of("read", "write")) : null);
    }

    private Map<String, Boolean> parameters(String path) {
        Map<String, Boolean> parameters = new LinkedHashMap<>();
        if (path.contains("{id}")) {
            parameters.put("method.request.path.id", true);
        }
        repeat(
                3,
                i -> parameters.put(
                        "method.request." + (chance() ? "querystring" : "header") + ".p" + i
                                + pick(List.of("", ".x", "-y")),
                        chance()));
        return parameters;
    }

    private @Nullable Map<String, String> bodies() {
        if (models.isEmpty() || chance()) {
            return null;
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        String model = pick(models).name();
        for (String type : TYPES) {
            if (chance()) {
                bodies.put(type, swagger ? model : pick(models).name());
            }
        }
        return bodies.isEmpty() ? null : bodies;
    }

    private Map<String, MethodResponse> responses() {
        List<String> types = chance() ? TYPES : List.of(pick(TYPES));
        Map<String, MethodResponse> responses = new LinkedHashMap<>();
        for (String status : STATUSES) {
            if (chance()) {
                Map<String, String> bodies = new LinkedHashMap<>();
                if (!models.isEmpty() && chance()) {
                    String model = pick(models).name();
                    types.forEach(type -> bodies.put(type, model));
                }
                responses.put(
                        status,
                        new MethodResponse(
                                status,
                                maybe(() -> Map.of("method.response.header.X-A", chance())),
                                bodies.isEmpty() ? null : bodies));
            }
        }
        return responses;
    }

    private Integration integration(
            String resourceId, Map<String, Boolean> parameters, Map<String, MethodResponse> responses) {
        String type = pick(List.of("MOCK", "HTTP", "HTTP_PROXY", "AWS", "AWS_PROXY"));
        boolean http = type.startsWith("HTTP");
        boolean linked = http && chance();
        String uri = http
                ? "https://backend.example/"
                        + text().strip().lines().findFirst().orElse("")
                : "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/f/invocations";
        Map<String, String> mapped = new LinkedHashMap<>();
        parameters.keySet().forEach(source -> mapped.put("integration.request.header.h" + mapped.size(), source));
        return new Integration(
                type,
                type.equals("MOCK") ? null : type.equals("AWS_PROXY") ? "POST" : pick(List.of("GET", "ANY")),
                type.equals("MOCK") ? null : uri,
                http ? linked ? "VPC_LINK" : "INTERNET" : null,
                linked ? "link" : null,
                maybe(() -> "arn:aws:iam::*:user/*"),
                mapped.isEmpty() ? null : mapped,
                maybe(() -> Map.of(pick(TYPES), text())),
                pick(List.of("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER")),
                maybe(() -> "CONVERT_TO_TEXT"),
                chance() ? 29_000 : 50 + random.nextInt(28_000),
                chance() ? resourceId : "namespace",
                chance() ? List.of() : List.copyOf(parameters.keySet()),
                integrationResponses(responses),
                maybe(() -> new TlsConfig(chance())),
                maybe(() -> "STREAM"),
                maybe(() -> "arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/x"));
    }

    private @Nullable Map<String, IntegrationResponse> integrationResponses(Map<String, MethodResponse> responses) {
        Map<String, IntegrationResponse> mapped = new LinkedHashMap<>();
        responses.values().forEach(response -> {
            Map<String, @Nullable String> templates = new LinkedHashMap<>();
            templates.put("text/html", maybe(this::text));
            mapped.put(
                    response.statusCode(),
                    new IntegrationResponse(
                            response.statusCode(),
                            mapped.isEmpty() ? null : response.statusCode() + "|x.*",
                            response.responseParameters() == null
                                    ? null
                                    : Map.of("method.response.header.X-A", "integration.response.header.b"),
                            chance() ? templates : null,
                            maybe(() -> "CONVERT_TO_BINARY")));
        });
        return mapped.isEmpty() ? null : mapped;
    }

    private String text() {
        String alphabet = "abcXYZ 019-_.,:;'\"\\/{}[]()$#@!?&=+*%\u00e9\u4e2d\n\t";
        StringBuilder text = new StringBuilder("t");
        repeat(12, i -> text.append(alphabet.charAt(random.nextInt(alphabet.length()))));
        return text.toString();
    }

    private void repeat(int atMost, IntConsumer action) {
        int times = random.nextInt(atMost + 1);
        for (int i = 0; i < times; i++) {
            action.accept(i);
        }
    }

    private boolean chance() {
        return random.nextBoolean();
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> thing) {
        return chance() ? thing.get() : null;
    }
}
