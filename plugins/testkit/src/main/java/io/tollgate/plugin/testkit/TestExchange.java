package io.tollgate.plugin.testkit;

import io.tollgate.spi.exchange.Exchange;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that a test makes up; {@link #GET} and the {@code with} methods are enough for most.
 *
 * @param method the verb
 * @param requestPath the path with the stage
 * @param rawQuery the query as sent
 * @param headers the fields
 * @param pathParameters the path variables
 * @param stageVariables the stage variables
 * @param values the values of {@code $context} by name
 */
public record TestExchange(
        String method,
        String requestPath,
        String rawQuery,
        Headers headers,
        Map<String, String> pathParameters,
        Map<String, String> stageVariables,
        Map<String, Object> values)
        implements Exchange {

    /** GET /test/pets of the API {@code a1b2c3d4e5} from 127.0.0.1. */
    public static final TestExchange GET = new TestExchange(
            "GET",
            "/test/pets",
            "",
            new Headers(),
            Map.of(),
            Map.of(),
            Map.of("identity.sourceIp", "127.0.0.1", "accountId", "000000000000"));

    /** Copies what is mutable. */
    public TestExchange {
        headers = new Headers(headers);
        pathParameters = Map.copyOf(pathParameters);
        stageVariables = Map.copyOf(stageVariables);
        values = Map.copyOf(values);
    }

    /** The same call with another verb. */
    public TestExchange withMethod(String other) {
        return new TestExchange(other, requestPath, rawQuery, headers, pathParameters, stageVariables, values);
    }

    /** The same call with another path, stage included. */
    public TestExchange withPath(String other) {
        return new TestExchange(method, other, rawQuery, headers, pathParameters, stageVariables, values);
    }

    /** The same call with another query string. */
    public TestExchange withQuery(String other) {
        return new TestExchange(method, requestPath, other, headers, pathParameters, stageVariables, values);
    }

    /** The same call with other fields. */
    public TestExchange withHeaders(Headers other) {
        return new TestExchange(method, requestPath, rawQuery, other, pathParameters, stageVariables, values);
    }

    /** The same call with other stage variables. */
    public TestExchange withStageVariables(Map<String, String> other) {
        return new TestExchange(method, requestPath, rawQuery, headers, pathParameters, other, values);
    }

    @Override
    public String requestId() {
        return "11111111-2222-3333-4444-555555555555";
    }

    @Override
    public String extendedRequestId() {
        return "AbCdEfGhIjKlMnO=";
    }

    @Override
    public String resourceRequestPath() {
        return requestPath.substring(requestPath.indexOf('/', 1));
    }

    @Override
    public QueryParameters query() {
        return QueryParameters.parse(rawQuery);
    }

    @Override
    public String apiId() {
        return "a1b2c3d4e5";
    }

    @Override
    public String stage() {
        return requestPath.substring(1, requestPath.indexOf('/', 1));
    }

    @Override
    public String resourceId() {
        return "res1d0";
    }

    @Override
    public String resourcePath() {
        return resourceRequestPath();
    }

    @Override
    public @Nullable Object context(String name) {
        return values.get(name);
    }
}
