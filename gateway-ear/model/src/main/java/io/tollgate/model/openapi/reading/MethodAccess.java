package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.openapi.reading.SecurityReader.Scheme;
import io.tollgate.model.restapi.Authorizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may call a method.
 *
 * @param authorizationType NONE, AWS_IAM, CUSTOM or COGNITO_USER_POOLS
 * @param authorizerId the authorizer by name, or null
 * @param apiKeyRequired whether a key is demanded
 * @param scopes the scopes of a Cognito authorizer, null for none
 */
record MethodAccess(
        String authorizationType,
        @Nullable String authorizerId,
        boolean apiKeyRequired,
        @Nullable List<String> scopes) {
    private static final MethodAccess OPEN = new MethodAccess("NONE", null, false, null);

    /** From an operation's own security, else the document's, and the extension that overrides both. */
    static MethodAccess read(Reading reading, SecurityReader security, JsonNode operation, Place place) {
        JsonNode owner = operation.has("security") ? operation : reading.root();
        MethodAccess access = OPEN;
        for (JsonNode requirement : owner.path("security")) {
            for (Map.Entry<String, JsonNode> entry : requirement.properties()) {
                access = access.and(reading, security, entry, place, reading.line(owner, "security"));
            }
        }
        String override = Fields.text(operation.path("x-amazon-apigateway-auth"), "type");
        return override == null ? access : access.overridden(override.toUpperCase(Locale.ROOT));
    }

    private MethodAccess and(
            Reading reading, SecurityReader security, Map.Entry<String, JsonNode> entry, Place place, int line) {
        Scheme scheme = security.scheme(entry.getKey());
        if (scheme == null) {
            reading.report().warn("Security definition '" + entry.getKey() + "' not found. Ignoring.", line);
            return this;
        }
        return switch (scheme) {
            case Scheme.ApiKey key -> new MethodAccess(authorizationType, authorizerId, true, scopes);
            case Scheme.Iam iam -> first() ? new MethodAccess("AWS_IAM", null, apiKeyRequired, null) : this;
            case Scheme.Custom custom ->
                first() ? authorized(reading, custom.authorizer(), Fields.texts(entry.getValue()), place, line) : this;
            case Scheme.Undefined undefined -> {
                reading.report()
                        .error(
                                place.unableToPut("method")
                                        + "Invalid authorizer ID specified. Setting the authorization type to CUSTOM"
                                        + " or COGNITO_USER_POOLS requires a valid authorizer.",
                                line);
                yield this;
            }
            case Scheme.Ignored ignored -> this;
        };
    }

    private MethodAccess authorized(
            Reading reading, Authorizer authorizer, @Nullable List<String> scopes, Place place, int line) {
        boolean cognito = authorizer.type().equals("COGNITO_USER_POOLS");
        boolean scoped = scopes != null && !scopes.isEmpty();
        if (scoped && !cognito) {
            reading.report()
                    .warn(
                            "Authorization scopes need an authorizer of type COGNITO_USER_POOLS (found on '" + place
                                    + "'). Ignoring.",
                            line);
        }
        return new MethodAccess(
                cognito ? "COGNITO_USER_POOLS" : "CUSTOM",
                authorizer.id(),
                apiKeyRequired,
                scoped && cognito ? scopes : null);
    }

    private boolean first() {
        return authorizationType.equals("NONE");
    }

    private MethodAccess overridden(String type) {
        return switch (type) {
            case "NONE" -> new MethodAccess("NONE", null, apiKeyRequired, null);
            case "AWS_IAM" -> new MethodAccess("AWS_IAM", null, apiKeyRequired, null);
            default -> this;
        };
    }
}
