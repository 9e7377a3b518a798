package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationRequest;
import java.util.function.Function;

/** How a call becomes the integration's request; compiled once for each method. */
public final class RequestPlan {

    private RequestPlan() {}

    /** Hands the client's request on: verb, fields, query and body as they came. */
    public static Function<Call, IntegrationRequest> proxy(IntegrationDefinition definition) {
        UriTemplate template = UriTemplate.parse(definition.uri());
        String fixedVerb = definition.httpMethod();
        return call -> new IntegrationRequest(
                fixedVerb == null ? call.method() : fixedVerb,
                withQuery(template.render(call.pathParameters(), call.stageVariables()), call.rawQuery()),
                ProxyHeaders.toBackend(call),
                call.body(),
                call);
    }

    private static String withQuery(String uri, String rawQuery) {
        if (rawQuery.isEmpty()) {
            return uri;
        }
        return uri + (uri.indexOf('?') < 0 ? '?' : '&') + rawQuery;
    }
}
