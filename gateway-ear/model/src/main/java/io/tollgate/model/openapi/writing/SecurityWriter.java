package io.tollgate.model.openapi.writing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tollgate.model.documentation.DocumentationPartLocation;
import io.tollgate.model.documentation.DocumentationPartType;
import io.tollgate.model.openapi.ExportExtension;
import io.tollgate.model.openapi.ExportOptions;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Authorizer;
import io.tollgate.model.restapi.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Security requirements of methods, and the schemes they need. */
final class SecurityWriter {
    private static final Pattern ONE_HEADER = Pattern.compile("method\\.request\\.header\\.([^,\\s]+)");

    private final ApiDefinition definition;
    private final ExportOptions options;
    private final Documented documented;
    private final Map<String, ObjectNode> schemes = new TreeMap<>();

    SecurityWriter(ApiDefinition definition, ExportOptions options, Documented documented) {
        this.definition = definition;
        this.options = options;
        this.documented = documented;
        if (options.shows(ExportExtension.APIGATEWAY)) {
            definition.authorizers().forEach(this::scheme);
        }
    }

    /** What a method demands; remembers the schemes. */
    ArrayNode requirements(Method method) {
        ArrayNode requirements = Trees.array();
        if (method.authorizationType().equals("AWS_IAM")) {
            schemes.computeIfAbsent("sigv4", key -> header("Authorization"))
                    .put("x-amazon-apigateway-authtype", "awsSigv4");
            requirements.addObject().putArray("sigv4");
        }
        Authorizer authorizer = authorizer(method.authorizerId());
        if (authorizer != null && options.shows(ExportExtension.AUTHORIZERS)) {
            scheme(authorizer);
            List<String> scopes = Objects.requireNonNullElse(method.authorizationScopes(), List.of());
            requirements.addObject().set(authorizer.name(), Trees.texts(scopes));
        }
        if (method.apiKeyRequired()) {
            schemes.computeIfAbsent("api_key", key -> header("x-api-key"));
            requirements.addObject().putArray("api_key");
        }
        return requirements;
    }

    /** The schemes, sorted by name. */
    Map<String, ObjectNode> schemes() {
        return schemes;
    }

    private @Nullable Authorizer authorizer(@Nullable String id) {
        return definition.authorizers().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static ObjectNode header(String name) {
        return header(Trees.object(), name);
    }

    private static ObjectNode header(ObjectNode object, String name) {
        return object.put("type", "apiKey").put("name", name).put("in", "header");
    }

    private void scheme(Authorizer authorizer) {
        if (schemes.containsKey(authorizer.name())) {
            return;
        }
        boolean cognito = authorizer.type().equals("COGNITO_USER_POOLS");
        ObjectNode scheme = documented.begin(new DocumentationPartLocation(
                DocumentationPartType.AUTHORIZER.name(), null, null, null, authorizer.name()));
        Matcher header = ONE_HEADER.matcher(Objects.requireNonNullElse(authorizer.identitySource(), ""));
        boolean named = header.matches();
        header(scheme, named ? header.group(1) : "Unused");
        scheme.put(
                "x-amazon-apigateway-authtype",
                Objects.requireNonNullElse(authorizer.authType(), cognito ? "cognito_user_pools" : "custom"));
        ObjectNode extension = scheme.putObject("x-amazon-apigateway-authorizer");
        if (!named || authorizer.type().equals("REQUEST")) {
            Trees.put(extension, "identitySource", authorizer.identitySource());
        }
        Trees.put(extension, "authorizerUri", authorizer.authorizerUri());
        Trees.put(extension, "authorizerCredentials", authorizer.authorizerCredentials());
        if (authorizer.authorizerResultTtlInSeconds() != null) {
            extension.put("authorizerResultTtlInSeconds", authorizer.authorizerResultTtlInSeconds());
        }
        Trees.put(extension, "identityValidationExpression", authorizer.identityValidationExpression());
        if (authorizer.providerARNs() != null) {
            extension.set("providerARNs", Trees.texts(authorizer.providerARNs()));
        }
        extension.put("type", authorizer.type().toLowerCase(Locale.ROOT));
        schemes.put(authorizer.name(), scheme);
    }
}
