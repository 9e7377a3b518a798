package io.tollgate.model.openapi.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.restapi.Authorizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Authorizers from security schemes, and what the other schemes mean to a method. */
final class SecurityReader {
    private final Reading reading;
    private final Map<String, Scheme> schemes = new LinkedHashMap<>();

    SecurityReader(Reading reading) {
        this.reading = reading;
    }

    /** What a security scheme demands of a method's caller. */
    sealed interface Scheme {
        /** A key in x-api-key. */
        record ApiKey() implements Scheme {}

        /** A signature. */
        record Iam() implements Scheme {}

        /** An authorizer of the API. */
        record Custom(Authorizer authorizer) implements Scheme {}

        /** An authorizer that the document names but does not define. */
        record Undefined() implements Scheme {}

        /** Nothing that we know. */
        record Ignored() implements Scheme {}
    }

    void read() {
        JsonNode definitions = reading.dialect().securitySchemes(reading.root());
        definitions.properties().forEach(definition -> {
            JsonNode scheme = reading.resolve(definition.getValue());
            if (!definition.getKey().startsWith("x-") && scheme.isObject()) {
                schemes.put(definition.getKey(), scheme(definition.getKey(), scheme));
            }
        });
    }

    @Nullable Scheme scheme(String name) {
        return schemes.get(name);
    }

    List<Authorizer> authorizers() {
        List<Authorizer> authorizers = new ArrayList<>();
        for (Scheme scheme : schemes.values()) {
            if (scheme instanceof Scheme.Custom custom) {
                authorizers.add(custom.authorizer());
            }
        }
        return authorizers;
    }

    private Scheme scheme(String name, JsonNode scheme) {
        JsonNode authorizer = scheme.path("x-amazon-apigateway-authorizer");
        String authType = Objects.requireNonNullElse(Fields.text(scheme, "x-amazon-apigateway-authtype"), "");
        if (authorizer.isObject()) {
            reading.notes().take(DocumentationPartType.AUTHORIZER, scheme, name);
            return new Scheme.Custom(authorizer(name, scheme, authorizer));
        }
        if (authType.toLowerCase(Locale.ROOT).startsWith("aws")) {
            return new Scheme.Iam();
        }
        if (!authType.isEmpty()) {
            return new Scheme.Undefined();
        }
        boolean key = "apiKey".equals(Fields.text(scheme, "type"))
                && "header".equals(Fields.text(scheme, "in"))
                && "x-api-key".equalsIgnoreCase(Fields.text(scheme, "name"));
        return key ? new Scheme.ApiKey() : ignored(name, scheme);
    }

    private Scheme ignored(String name, JsonNode scheme) {
        reading.report()
                .warn(
                        "Unsupported security definition type '" + Fields.text(scheme, "type") + "' for '" + name
                                + "'. Ignoring.",
                        reading.line(scheme));
        return new Scheme.Ignored();
    }

    private Authorizer authorizer(String name, JsonNode scheme, JsonNode extension) {
        String type = Objects.requireNonNullElse(Fields.upper(extension, "type"), "");
        if (!List.of("TOKEN", "REQUEST", "COGNITO_USER_POOLS").contains(type)) {
            refuse(name, "Invalid authorizer type specified: " + type, extension);
        }
        Integer ttl = Fields.integer(extension, "authorizerResultTtlInSeconds");
        if (ttl != null && (ttl < 0 || ttl > 3600)) {
            refuse(name, "Authorizer result TTL must be between 0 and 3600", extension);
        }
        return new Authorizer(
                name,
                name,
                type,
                Fields.texts(extension.path("providerARNs")),
                authType(type, scheme),
                Fields.text(extension, "authorizerUri"),
                Fields.text(extension, "authorizerCredentials"),
                identitySource(type, scheme, extension),
                Fields.text(extension, "identityValidationExpression"),
                ttl);
    }

    private static String authType(String type, JsonNode scheme) {
        String kind = type.equals("COGNITO_USER_POOLS") ? "cognito_user_pools" : "custom";
        return Objects.requireNonNullElse(Fields.text(scheme, "x-amazon-apigateway-authtype"), kind);
    }

    private void refuse(String name, String why, JsonNode extension) {
        reading.report().error("Unable to create authorizer '" + name + "': " + why, reading.line(extension));
    }

    /** Token and Cognito authorizers read the header that the scheme names, unless they say otherwise. */
    private static @Nullable String identitySource(String type, JsonNode scheme, JsonNode extension) {
        String given = Fields.text(extension, "identitySource");
        String name = Fields.text(scheme, "name");
        return given != null || type.equals("REQUEST") || name == null ? given : "method.request.header." + name;
    }
}
