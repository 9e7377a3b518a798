package io.tollgate.dataplane.gateway;

import io.tollgate.model.restapi.GatewayResponse;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns rejections into answers: the one place where a call that ended early gets its bytes. Immutable. */
public final class GatewayResponses {

    /** What an API has that customised nothing. */
    public static final GatewayResponses UNCUSTOMISED = new GatewayResponses(List.of());

    private final Map<String, GatewayResponse> customised;

    /** The responses that an API customised. */
    public GatewayResponses(List<GatewayResponse> customised) {
        this.customised =
                customised.stream().collect(Collectors.toUnmodifiableMap(GatewayResponse::responseType, one -> one));
    }

    /** The answer to a rejected call, without the fields that every answer gets. */
    public Answer answer(Call call, Rejection rejection) {
        GatewayResponse custom = forType(rejection.type());
        if (custom == null) {
            return uncustomised(rejection);
        }
        Headers headers = errorHeaders(rejection);
        headers.set("Content-Type", "application/json");
        return new Answer(
                status(rejection, custom), headers, uncustomised(rejection).body());
    }

    private static int status(Rejection rejection, GatewayResponse custom) {
        String own = custom.statusCode();
        return own == null || own.isEmpty() ? rejection.type().status() : Integer.parseInt(own);
    }

    private @Nullable GatewayResponse forType(GatewayResponseType type) {
        GatewayResponse own = customised.get(type.name());
        return own == null ? customised.get(type.family()) : own;
    }

    private static Answer uncustomised(Rejection rejection) {
        Headers headers = errorHeaders(rejection).add("Content-Type", "application/json");
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
