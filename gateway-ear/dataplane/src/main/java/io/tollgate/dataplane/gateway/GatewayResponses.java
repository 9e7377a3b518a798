package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.mapping.MalformedBodyException;
import io.tollgate.dataplane.mapping.MappingExpression;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns rejections into answers: the one place where a call that ended early gets its bytes. Immutable. */
public final class GatewayResponses {
    private static final String HEADER = "gatewayresponse.header.";

    /** What an API has that customised nothing. */
    public static final GatewayResponses UNCUSTOMISED = new GatewayResponses(List.of());

    /** A customised response, compiled. */
    private record Custom(
            @Nullable Integer status,
            Map<String, MappingExpression> headers,
            Map<String, GatewayResponseTemplate> templates) {}

    private final Map<String, Custom> customised = new HashMap<>();

    /**
     * The responses that an API customised.
     *
     * @throws IllegalArgumentException if a header's mapping cannot be parsed
     */
    public GatewayResponses(List<GatewayResponse> responses) {
        responses.forEach(response -> customised.put(response.responseType(), compile(response)));
    }

    private static Custom compile(GatewayResponse response) {
        Map<String, MappingExpression> headers = new TreeMap<>();
        response.responseParameters().forEach((target, source) -> {
            String name = target.startsWith(HEADER) ? target.substring(HEADER.length()) : target;
            headers.put(name, MappingExpression.parse(source));
        });
        Map<String, GatewayResponseTemplate> templates = new LinkedHashMap<>();
        response.responseTemplates()
                .forEach((type, text) ->
                        templates.put(type.toLowerCase(Locale.ROOT), new GatewayResponseTemplate(text)));
        String status = response.statusCode();
        return new Custom(status == null || status.isEmpty() ? null : Integer.valueOf(status), headers, templates);
    }

    /** The answer to a rejected call, without the fields that every answer gets. */
    public Answer answer(Call call, Rejection rejection) {
        Custom custom = forType(rejection.type());
        return custom == null ? uncustomised(rejection) : customised(call, rejection, custom);
    }

    private @Nullable Custom forType(GatewayResponseType type) {
        if (type == GatewayResponseType.REQUEST_TOO_LARGE) {
            return null;
        }
        Custom own = customised.get(type.name());
        return own == null ? customised.get(type.family()) : own;
    }

    private static Answer customised(Call call, Rejection rejection, Custom custom) {
        int status = custom.status() == null ? rejection.type().status() : custom.status();
        String accepted = MediaTypes.firstOfAccept(call.headers().get("Accept"));
        String type =
                custom.templates().containsKey(accepted) || custom.templates().isEmpty()
                        ? accepted
                        : custom.templates().containsKey(MediaTypes.JSON)
                                ? MediaTypes.JSON
                                : custom.templates().keySet().iterator().next();
        GatewayResponseTemplate template = custom.templates().get(type);
        byte[] body = template == null
                ? defaultBody(rejection)
                : template.render(call).getBytes(StandardCharsets.UTF_8);
        Headers headers = errorHeaders(rejection).add("Content-Type", template == null ? MediaTypes.JSON : type);
        mapHeaders(call, custom, headers);
        return new Answer(status, headers, Body.of(body));
    }

    private static void mapHeaders(Call call, Custom custom, Headers headers) {
        Source source = Source.of(call);
        custom.headers().forEach((name, expression) -> {
            try {
                String value = expression.single(source);
                if (value != null) {
                    headers.set(name, value);
                }
            } catch (MalformedBodyException unusable) {
                headers.remove(name);
            }
        });
    }

    private static Answer uncustomised(Rejection rejection) {
        Headers headers = errorHeaders(rejection).add("Content-Type", MediaTypes.JSON);
        return new Answer(rejection.status(), headers, Body.of(defaultBody(rejection)));
    }

    private static Headers errorHeaders(Rejection rejection) {
        return Headers.of("x-amzn-ErrorType", rejection.type().errorType());
    }

    private static byte[] defaultBody(Rejection rejection) {
        String name = rejection.type() == GatewayResponseType.ACCESS_DENIED ? "Message" : "message";
        String text = rejection.message() == null ? "null" : JsonText.quote(rejection.message());
        boolean spaced = rejection.type().status() >= 500 && rejection.message() != null;
        return ("{\"" + name + "\":" + (spaced ? " " : "") + text + "}").getBytes(StandardCharsets.UTF_8);
    }
}
