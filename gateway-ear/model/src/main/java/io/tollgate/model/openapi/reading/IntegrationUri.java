package io.tollgate.model.openapi.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an integration of each type may call, with AWS's words for what it may not. */
final class IntegrationUri {
    private static final Pattern HTTP = Pattern.compile("(?i)https?://.+|\\$\\{stageVariables\\..+");
    private static final Pattern PROXY_SERVICE = Pattern.compile("arn:[^:]*:apigateway:[^:]*:(lambda|firehose):.*");

    private IntegrationUri() {}

    static Optional<String> refused(String type, @Nullable String httpMethod, @Nullable String uri) {
        return switch (type) {
            case "MOCK" -> Optional.empty();
            case "HTTP", "HTTP_PROXY" -> http(httpMethod, uri);
            case "AWS", "AWS_PROXY" -> aws(type, httpMethod, uri);
            default -> Optional.of("Invalid integration type specified: " + type);
        };
    }

    private static Optional<String> http(@Nullable String httpMethod, @Nullable String uri) {
        if (httpMethod == null) {
            return Optional.of("Enumeration value for HttpMethod must be non-empty");
        }
        return uri == null || !HTTP.matcher(uri).matches()
                ? Optional.of("Invalid HTTP endpoint specified for URI")
                : Optional.empty();
    }

    private static Optional<String> aws(String type, @Nullable String httpMethod, @Nullable String uri) {
        if (httpMethod == null && type.equals("AWS")) {
            return Optional.of("Enumeration value for HttpMethod must be non-empty");
        }
        if (uri == null || !uri.startsWith("arn:")) {
            return Optional.of("Invalid ARN specified in the request");
        }
        if (!uri.contains(":path/") && !uri.contains(":action/")) {
            return Optional.of("AWS ARN for integration must contain path or action");
        }
        return type.equals("AWS_PROXY") && !PROXY_SERVICE.matcher(uri).matches()
                ? Optional.of("Integrations of type 'AWS_PROXY' currently only supports Lambda function"
                        + " and Firehose stream invocations.")
                : Optional.empty();
    }
}
