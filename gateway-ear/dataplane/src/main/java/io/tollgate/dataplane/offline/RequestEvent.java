package io.tollgate.dataplane.offline;

import io.tollgate.dataplane.template.JsonValues;
import io.tollgate.dataplane.template.Overrides;
import io.tollgate.dataplane.template.TemplateFailure;
import io.tollgate.dataplane.template.TemplateScope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a JSON object: {@code body}, {@code headers}, {@code query}, {@code path}, {@code context}, {@code
 * stageVariables}, each of which may be absent; or the event that a Lambda function gets from API Gateway in its first
 * version. A body that is no text is its JSON text.
 */
record RequestEvent(Map<?, ?> members) {

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static RequestEvent parse(String text) {
        try {
            Object value = JsonValues.parse(text)
                    .orElseThrow(() -> new IllegalArgumentException("the event is no JSON"))
                    .value();
            if (value instanceof Map<?, ?> members) {
                return new RequestEvent(members);
            }
        } catch (TemplateFailure beyond) {
            throw new IllegalArgumentException(beyond.reason(), beyond);
        }
        throw new IllegalArgumentException("the event must be a JSON object");
    }

    TemplateScope scope(Overrides overrides) {
        Map<?, ?> context = object("context", "requestContext");
        return new TemplateScope(
                body(),
                texts("path", "pathParameters"),
                lastOf(texts("query", "queryStringParameters"), "multiValueQueryStringParameters"),
                lastOf(texts("headers"), "multiValueHeaders"),
                name -> at(context, name),
                texts("stageVariables"),
                overrides);
    }

    private String body() {
        Object body = members.get("body");
        if (!(body instanceof String text)) {
            return body == null ? "" : JsonValues.write(body);
        }
        if (!Boolean.TRUE.equals(members.get("isBase64Encoded"))) {
            return text;
        }
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("body is no base 64, but isBase64Encoded is true", malformed);
        }
    }

    /** The first of these members that is an object: {@code path} is a text in the events of functions. */
    private Map<?, ?> object(String... names) {
        for (String name : names) {
            Object value = members.get(name);
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            if (value != null && !(name.equals("path") && value instanceof String)) {
                throw new IllegalArgumentException(name + " must be a JSON object");
            }
        }
        return Map.of();
    }

    private Map<String, String> texts(String... names) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(names).forEach((name, value) -> texts.put(String.valueOf(name), text(value)));
        return texts;
    }

    private Map<String, String> lastOf(Map<String, String> single, String multi) {
        object(multi).forEach((name, value) -> {
            if (value instanceof List<?> all && !all.isEmpty()) {
                single.put(String.valueOf(name), text(all.getLast()));
            }
        });
        return single;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable Object at(Map<?, ?> context, String name) {
        Object whole = context.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return context.get(name.substring(0, dot)) instanceof Map<?, ?> nested
                ? at(nested, name.substring(dot + 1))
                : null;
    }
}
