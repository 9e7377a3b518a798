package io.tollgate.dataplane.mapping;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.template.JsonPaths;
import io.tollgate.dataplane.template.JsonValues;
import io.tollgate.dataplane.template.JsonValues.Parsed;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The source of a parameter mapping, parsed when a stage goes live (features 9.2). An absent source yields no value, and
 * its target is left out.
 */
public sealed interface MappingExpression {

    /** What an expression is read from. */
    record Source(Call call, @Nullable Headers responseHeaders, byte @Nullable [] responseBody) {

        /** The request side. */
        public static Source of(Call call) {
            return new Source(call, null, null);
        }
    }

    /** All values, in order; none if the source is absent. */
    List<String> values(Source source);

    /** Whether the request's body must have been read. */
    default boolean readsRequestBody() {
        return this instanceof RequestBody;
    }

    /** Whether the response's body must have been read. */
    default boolean readsResponseBody() {
        return this instanceof ResponseBody;
    }

    /** The one value that a header or path part gets: the last, or all joined by commas where the form is multi-valued. */
    default @Nullable String single(Source source) {
        List<String> values = values(source);
        return values.isEmpty() ? null : String.join(",", values);
    }

    /**
     * Parses an expression as it was saved.
     *
     * @throws IllegalArgumentException if it is none
     */
    static MappingExpression parse(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return new Static(List.of(text.substring(1, text.length() - 1)));
        }
        if (text.startsWith("stageVariables.")) {
            return new StageVariable(text.substring("stageVariables.".length()));
        }
        if (text.startsWith("context.")) {
            return new ContextValue(text.substring("context.".length()));
        }
        if (text.startsWith("method.request.")) {
            return request(text.substring("method.request.".length()));
        }
        if (text.startsWith("integration.response.")) {
            return response(text.substring("integration.response.".length()));
        }
        throw new IllegalArgumentException("Invalid mapping expression specified: " + text);
    }

    private static MappingExpression request(String rest) {
        if (rest.equals("body") || rest.startsWith("body.") || rest.startsWith("body[")) {
            return new RequestBody(path(rest.substring("body".length())));
        }
        int dot = rest.indexOf('.');
        String place = dot < 0 ? rest : rest.substring(0, dot);
        String name = dot < 0 ? "" : rest.substring(dot + 1);
        return switch (place) {
            case "path" -> new PathParameter(name);
            case "querystring" -> new Query(name, false);
            case "multivaluequerystring" -> new Query(name, true);
            case "header" -> new RequestHeader(name, false);
            case "multivalueheader" -> new RequestHeader(name, true);
            default ->
                throw new IllegalArgumentException("Invalid mapping expression specified: method.request." + rest);
        };
    }

    private static MappingExpression response(String rest) {
        if (rest.equals("body") || rest.startsWith("body.") || rest.startsWith("body[")) {
            return new ResponseBody(path(rest.substring("body".length())));
        }
        if (rest.startsWith("header.")) {
            return new ResponseHeader(rest.substring("header.".length()), false);
        }
        if (rest.startsWith("multivalueheader.")) {
            return new ResponseHeader(rest.substring("multivalueheader.".length()), true);
        }
        throw new IllegalArgumentException("Invalid mapping expression specified: integration.response." + rest);
    }

    private static String path(String rest) {
        return rest.isEmpty() ? "" : "$" + rest;
    }

    private static List<String> last(List<String> all, boolean multi) {
        return multi || all.size() < 2 ? all : List.of(all.get(all.size() - 1));
    }

    private static List<String> optional(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    /** The whole body, where an empty one is an empty object; or what is at a path of it. */
    private static List<String> inBody(byte @Nullable [] body, String path) {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        if (path.isEmpty()) {
            return List.of(text.isEmpty() ? "{}" : text);
        }
        String start = text.stripLeading();
        if (start.isEmpty() || "{[\"'".indexOf(start.charAt(0)) < 0) {
            return List.of();
        }
        Optional<Parsed> parsed = JsonValues.parse(text);
        if (parsed.isEmpty()) {
            throw new MalformedBodyException();
        }
        Object value = JsonPaths.readAlone(parsed.get().value(), path);
        return value instanceof Map || value instanceof List ? List.of(JsonValues.write(value)) : optional(value);
    }

    /** A text in quotes. */
    record Static(List<String> text) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return text;
        }
    }

    /** A stage variable. */
    record StageVariable(String name) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return optional(source.call().stageVariables().get(name));
        }
    }

    /** A value of the context. */
    record ContextValue(String name) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            Object value = source.call().context(name);
            return value instanceof Map ? List.of() : optional(value);
        }
    }

    /** A path variable, undecoded. */
    record PathParameter(String name) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return optional(source.call().pathParameters().get(name));
        }
    }

    /** A query parameter. */
    record Query(String name, boolean multi) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return last(source.call().query().all(name), multi);
        }
    }

    /** A request header in exactly this spelling. */
    record RequestHeader(String name, boolean multi) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return last(source.call().headers().allExact(name), multi);
        }
    }

    /** The request's body, or a part of it. */
    record RequestBody(String path) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return inBody(source.call().bodyBytes(), path);
        }
    }

    /** A header of the integration's response in exactly this spelling. */
    record ResponseHeader(String name, boolean multi) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            Headers headers = source.responseHeaders();
            return headers == null ? List.of() : last(headers.allExact(name), multi);
        }
    }

    /** The integration's response body, or a part of it. */
    record ResponseBody(String path) implements MappingExpression {
        @Override
        public List<String> values(Source source) {
            return inBody(source.responseBody(), path);
        }
    }
}
