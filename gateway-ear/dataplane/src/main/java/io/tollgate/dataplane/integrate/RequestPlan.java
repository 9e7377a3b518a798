package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.MediaTypes;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.integrate.ParameterMappings.Mapping;
import io.tollgate.dataplane.mapping.MalformedBodyException;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import io.tollgate.dataplane.template.MappingTemplate;
import io.tollgate.dataplane.template.Overrides;
import io.tollgate.dataplane.template.TemplateFailure;
import io.tollgate.model.restapi.Integration;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a call becomes the integration's request; compiled once for each method. Immutable. */
public final class RequestPlan {
    private final IntegrationDefinition definition;
    private final UriTemplate uri;
    private final ParameterMappings mappings;
    private final Templates templates;
    private final String passthrough;
    private final boolean mock;
    private final BinaryTypes binaryTypes;
    private final @Nullable String contentHandling;

    /**
     * The plan of a method's integration.
     *
     * @throws IllegalArgumentException if a template or a mapping cannot be parsed
     */
    public RequestPlan(IntegrationDefinition definition, Integration integration, BinaryTypes binaryTypes) {
        this.definition = definition;
        this.uri = UriTemplate.parse(definition.uri());
        this.mappings = new ParameterMappings(definition.requestParameters());
        this.templates = new Templates(definition.proxy() ? null : integration.requestTemplates());
        this.passthrough =
                integration.passthroughBehavior() == null ? "WHEN_NO_MATCH" : integration.passthroughBehavior();
        this.mock = definition.type().equals("MOCK");
        this.binaryTypes = binaryTypes;
        this.contentHandling = integration.contentHandling();
    }

    /** Whether the request's body must be read before {@link #map}. */
    public boolean readsBody() {
        return templates.hasTemplate() || mappings.readsBody() || contentHandling != null;
    }

    /** Maps the call and keeps the integration's request in it. */
    public Outcome map(Call call) {
        try {
            if (contentHandling != null && !converted(call)) {
                return misconfigured("Unable to base64 decode the body");
            }
            return definition.proxy() ? proxied(call) : mapped(call);
        } catch (MalformedBodyException malformed) {
            return Rejection.of(
                    GatewayResponseType.BAD_REQUEST_BODY,
                    "Invalid JSON in request body",
                    "a mapping reads the body, which is not JSON");
        } catch (TemplateFailure failed) {
            return misconfigured(failed.reason());
        }
    }

    private boolean converted(Call call) {
        byte[] bytes = call.bodyBytes();
        Conversion conversion = Conversion.ofRequest(isBinary(call), contentHandling);
        if (bytes == null || conversion == Conversion.NONE) {
            return true;
        }
        byte[] converted = conversion.apply(bytes);
        if (converted != null) {
            call.bodyBytes(converted);
        }
        return converted != null;
    }

    private boolean isBinary(Call call) {
        return binaryTypes.ofContentType(call.headers().get("Content-Type"));
    }

    private static Rejection misconfigured(String reason) {
        return Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, reason);
    }

    private Outcome proxied(Call call) {
        Headers headers = ProxyHeaders.toBackend(call);
        Source source = Source.of(call);
        Rejection refused = mapHeaders(headers, source);
        if (refused != null) {
            return refused;
        }
        String query = joined(call.rawQuery(), queryOf(source, Map.of()));
        return send(call, headers, query, Map.of(), call.body());
    }

    private Outcome mapped(Call call) {
        String type = MediaTypes.ofContentType(call.headers().get("Content-Type"));
        MappingTemplate template = templates.ofRequest(type);
        boolean pass =
                passthrough.equals("WHEN_NO_MATCH") || (passthrough.equals("WHEN_NO_TEMPLATES") && templates.isEmpty());
        if (template == null && !pass) {
            return Rejection.of(GatewayResponseType.UNSUPPORTED_MEDIA_TYPE, "no template for " + type);
        }
        if (template != null
                && !call.body().isEmpty()
                && !Conversion.TO_TEXT.equals(contentHandling)
                && isBinary(call)) {
            return misconfigured("a mapping template cannot read a binary body that is not converted to text");
        }
        Headers headers = ownHeaders(call);
        Source source = Source.of(call);
        Rejection refused = mapHeaders(headers, source);
        if (refused != null) {
            return refused;
        }
        Body body = template == null ? passed(call) : rendered(call, template);
        if (mock && template != null && body.isEmpty()) {
            return misconfigured("statusCode should be an integer which defined in request template");
        }
        Overrides overrides = call.overridesOrNull();
        if (overrides == null) {
            return send(call, headers, queryOf(source, Map.of()), Map.of(), body);
        }
        for (Map.Entry<String, Object> header : overrides.ofRequest("header").entrySet()) {
            if (MappedHeaders.isForbidden(header.getKey())) {
                return misconfigured("the header " + header.getKey() + " cannot be overridden");
            }
            if (!MappedHeaders.isDropped(header.getKey())) {
                headers.set(header.getKey(), Overrides.text(header.getValue()));
            }
        }
        String query = queryOf(source, overrides.ofRequest("querystring"));
        return send(call, headers, query, overrides.ofRequest("path"), body);
    }

    /** A mock has no use for a body that no template made: its default response answers. */
    private Body passed(Call call) {
        if (!mock) {
            return call.body();
        }
        call.body().discard();
        return Body.EMPTY;
    }

    private static Body rendered(Call call, MappingTemplate template) {
        byte[] bytes = call.bodyBytes();
        String body = bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
        return Body.of(template.render(Templates.scope(call, body)).getBytes(StandardCharsets.UTF_8));
    }

    private Headers ownHeaders(Call call) {
        Headers headers = Headers.of("Accept", "application/json", "User-Agent", "AmazonAPIGateway_" + call.apiId());
        headers.add("X-Amzn-Trace-Id", call.traceHeader());
        if (definition.type().equals("HTTP")) {
            headers.add("X-Amzn-Apigateway-Api-Id", call.apiId());
        }
        String type = call.headers().get("Content-Type");
        boolean bodyless = List.of("GET", "HEAD", "OPTIONS").contains(call.method());
        if (!bodyless) {
            headers.add("Content-Type", type == null ? MediaTypes.JSON : type);
        }
        return headers;
    }

    private @Nullable Rejection mapHeaders(Headers headers, Source source) {
        for (Mapping mapping : mappings.headers()) {
            if (MappedHeaders.isForbidden(mapping.name())) {
                return misconfigured("the header " + mapping.name() + " cannot be mapped");
            }
            String value = mapping.source().single(source);
            if (value != null && !MappedHeaders.isDropped(mapping.name())) {
                headers.set(mapping.name(), value);
            }
        }
        return null;
    }

    private String queryOf(Source source, Map<String, Object> overridden) {
        StringBuilder query = new StringBuilder();
        for (Mapping mapping : mappings.query()) {
            if (!overridden.containsKey(mapping.name())) {
                mapping.source().values(source).forEach(value -> UriText.addQuery(query, mapping.name(), value));
            }
        }
        overridden.forEach((name, value) -> Overrides.texts(value).forEach(one -> UriText.addQuery(query, name, one)));
        return query.toString();
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "&" + other;
    }

    private Outcome send(Call call, Headers headers, String query, Map<String, Object> path, Body body) {
        String target = mock ? "" : withQuery(uri.render(pathOf(call, path), call.stageVariables()), query);
        String verb = definition.httpMethod() == null ? call.method() : definition.httpMethod();
        call.outgoing(new IntegrationRequest(verb, target, headers, body, call));
        return Outcome.Progress.GO_ON;
    }

    private Map<String, String> pathOf(Call call, Map<String, Object> overridden) {
        if (mappings.path().isEmpty() && overridden.isEmpty()) {
            return call.pathParameters();
        }
        Map<String, String> values = new HashMap<>(call.pathParameters());
        Source source = Source.of(call);
        for (Mapping mapping : mappings.path()) {
            String value = mapping.source().single(source);
            if (value != null) {
                values.put(mapping.name(), UriText.safe(value));
            }
        }
        overridden.forEach((name, value) -> values.put(name, UriText.safe(Overrides.text(value))));
        return values;
    }

    private static String withQuery(String uri, String query) {
        if (query.isEmpty()) {
            return uri;
        }
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + query;
    }
}
