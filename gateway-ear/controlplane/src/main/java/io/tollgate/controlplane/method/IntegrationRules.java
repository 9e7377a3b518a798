package io.tollgate.controlplane.method;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.mapping.MappingSyntax;
import io.tollgate.model.restapi.Integration;
import io.tollgate.model.restapi.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What an integration may say (features 9.1, recorded). */
final class IntegrationRules {
    static final List<String> TYPES = List.of("HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS");
    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");
    private static final Pattern HTTP_URI = Pattern.compile(
            "https?://(\\$\\{stageVariables\\.[^}]+\\}|\\{[^}]+\\}|[a-zA-Z0-9.\\-_\\[\\]:])+([/?#].*)?",
            Pattern.DOTALL);
    private static final int LONGEST_TEMPLATE = 300 * 1024;

    private IntegrationRules() {}

    static void check(Method method, Integration integration) {
        checkVerb(integration);
        switch (integration.type()) {
            case "HTTP", "HTTP_PROXY" -> checkHttp(integration);
            case "AWS", "AWS_PROXY" -> checkAws(integration);
            default -> {
                // MOCK has no endpoint.
            }
        }
        if (integration.timeoutInMillis() < 50 || integration.timeoutInMillis() > 29_000) {
            throw new BadRequestException("Timeout should be between 50 ms and 29000 ms");
        }
        if (integration.requestParameters() != null) {
            Set<String> declared = method.requestParameters() == null
                    ? Set.of()
                    : method.requestParameters().keySet();
            MappingSyntax.checkIntegrationRequest(integration.requestParameters(), declared);
        }
        if (integration.requestTemplates() != null) {
            MappingSyntax.checkContentTypes(integration.requestTemplates().keySet());
            integration.requestTemplates().values().forEach(IntegrationRules::checkTemplate);
        }
    }

    static void checkTemplate(@org.jspecify.annotations.Nullable String template) {
        if (template != null && template.length() > LONGEST_TEMPLATE) {
            throw new BadRequestException("Mapping template exceeds " + LONGEST_TEMPLATE + " bytes");
        }
    }

    private static void checkVerb(Integration integration) {
        String verb = integration.httpMethod();
        if (integration.type().equals("MOCK")) {
            return;
        }
        if (verb == null || verb.isEmpty()) {
            throw new BadRequestException("Enumeration value for HttpMethod must be non-empty");
        }
        if (!VERBS.contains(verb)) {
            throw new BadRequestException("Invalid HttpMethod specified. Valid options are " + String.join(",", VERBS));
        }
    }

    private static void checkHttp(Integration integration) {
        String uri = Objects.requireNonNullElse(integration.uri(), "");
        boolean vpc = "VPC_LINK".equals(integration.connectionType());
        if (!HTTP_URI.matcher(uri).matches() && !vpc) {
            throw new BadRequestException("Invalid HTTP endpoint specified for URI");
        }
    }

    private static void checkAws(Integration integration) {
        String uri = Objects.requireNonNullElse(integration.uri(), "");
        String[] parts = uri.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw new BadRequestException("Invalid ARN specified in the request");
        }
        boolean path = parts[5].startsWith("path/") || parts[5].startsWith("action/");
        if (!path) {
            throw new BadRequestException("AWS ARN for integration must contain path or action");
        }
        boolean proxied = parts[4].endsWith("lambda") || parts[4].endsWith("firehose");
        if (integration.type().equals("AWS_PROXY") && !proxied) {
            throw new BadRequestException("Integrations of type 'AWS_PROXY' currently only supports Lambda function and"
                    + " Firehose stream invocations.");
        }
    }
}
