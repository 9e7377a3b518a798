package io.tollgate.dataplane.validation;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.GatewayResponseType;
import io.tollgate.dataplane.gateway.MediaTypes;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.RequestValidator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a method's validator demands of a request (features 8); compiled when a stage goes live. Immutable. */
public final class RequestValidation {
    private static final String PREFIX = "method.request.";

    /** A parameter that must be there and not blank. */
    private record Required(String place, String name) {}

    private final List<Required> required = new ArrayList<>();
    private final Map<String, BodySchema> byType = new HashMap<>();
    private final boolean body;
    private final boolean tells;

    /**
     * The validation of a method.
     *
     * @param tells whether the answer to an invalid body names what is wrong in it
     * @throws IllegalArgumentException if one of its models is no schema
     */
    public RequestValidation(Method method, RequestValidator validator, Schemas schemas, boolean tells) {
        this.tells = tells;
        if (validator.validateRequestParameters() && method.requestParameters() != null) {
            method.requestParameters().entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .forEach(this::demand);
        }
        Map<String, String> models = method.requestModels();
        this.body = validator.validateRequestBody() && models != null && !models.isEmpty();
        if (body && models != null) {
            models.forEach((type, model) -> byType.put(type.toLowerCase(Locale.ROOT), schemas.of(model)));
        }
    }

    private void demand(String parameter) {
        String rest = parameter.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        required.add(new Required(rest.substring(0, dot), rest.substring(dot + 1)));
    }

    /** Whether the request's body must have been read. */
    public boolean readsBody() {
        return body;
    }

    /** Whether there is anything to check. */
    public boolean isEmpty() {
        return required.isEmpty() && !body;
    }

    /** Checks a call: parameters first, then the body. */
    public Outcome check(Call call) {
        List<String> missing = new ArrayList<>(0);
        for (Required one : required) {
            String value = value(call, one);
            if (value == null || value.isBlank()) {
                missing.add(one.name());
            }
        }
        if (!missing.isEmpty()) {
            String message = "Missing required request parameters: [" + String.join(", ", missing) + "]";
            return Rejection.of(GatewayResponseType.BAD_REQUEST_PARAMETERS, message, message);
        }
        return body ? checkBody(call) : Outcome.Progress.GO_ON;
    }

    private static @Nullable String value(Call call, Required one) {
        return switch (one.place()) {
            case "path" -> call.pathParameters().get(one.name());
            case "querystring" -> call.query().last(one.name());
            default -> call.headers().lastExact(one.name());
        };
    }

    private Outcome checkBody(Call call) {
        String type = MediaTypes.ofContentType(call.headers().get("Content-Type"));
        BodySchema schema = byType.getOrDefault(type, byType.get("$default"));
        if (schema == null) {
            return Outcome.Progress.GO_ON;
        }
        byte[] bytes = call.bodyBytes();
        Optional<BodySchema.Fault> fault = schema.fault(bytes == null ? new byte[0] : bytes);
        return fault.isEmpty() ? Outcome.Progress.GO_ON : invalid(type, fault.get());
    }

    private Rejection invalid(String contentType, BodySchema.Fault fault) {
        GatewayResponseType type = GatewayResponseType.BAD_REQUEST_BODY;
        return Rejection.of(
                        type,
                        tells ? type.message() + ": " + fault.details() : type.message(),
                        "Request body does not match model schema for content type " + contentType + ": "
                                + fault.text())
                .withValidationError(fault.text());
    }
}
