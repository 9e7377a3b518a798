package io.tollgate.model.restapi;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.mapping.MappingSyntax;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an integration may call and for how long, with AWS's words for what it may not (features 9.1, recorded). */
public final class IntegrationRules {
    private static final String VPC_LINK = "VPC_LINK";

    /** The types, in the order in which AWS names them. */
    public static final List<String> TYPES = List.of("HTTP", "MOCK", "AWS_PROXY", "HTTP_PROXY", "AWS");

    /** Milliseconds that a backend has unless the integration says otherwise; also the most. */
    public static final int LONGEST_TIMEOUT = 29_000;

    /** What happens to a body that no template fits, in the order in which AWS names it. */
    public static final List<String> PASSTHROUGH_BEHAVIORS = List.of("WHEN_NO_MATCH", "NEVER", "WHEN_NO_TEMPLATES");

    /** What may be done to a body between text and binary, in the order in which AWS names it. */
    public static final List<String> CONTENT_HANDLINGS = List.of("CONVERT_TO_BINARY", "CONVERT_TO_TEXT");

    /** The ways to a backend, in the order in which AWS names them. */
    public static final List<String> CONNECTION_TYPES = List.of("INTERNET", VPC_LINK);

    /** The ways in which a backend's answer is passed on. */
    public static final List<String> TRANSFER_MODES = List.of("BUFFERED", "STREAM");

    private static final int SHORTEST_TIMEOUT = 50;
    private static final int LONGEST_TEMPLATE = 300 * 1024;
    private static final List<String> VERBS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "ANY");
    private static final Pattern HTTP_URI = Pattern.compile(
            "https?://(\\$\\{stageVariables\\.[^}]+\\}|\\{[^}]+\\}|[a-zA-Z0-9.\\-_\\[\\]:])+([/?#].*)?",
            Pattern.DOTALL);

    private IntegrationRules() {}

    /** Checks an integration of a method as a whole. */
    public static void check(Method method, Integration integration) {
        checkEndpoint(integration);
        checkConnection(integration);
        checkRole(integration);
        checkTimeout(integration.timeoutInMillis());
        checkOption("passthrough behavior", integration.passthroughBehavior(), PASSTHROUGH_BEHAVIORS);
        checkOption("content handling", integration.contentHandling(), CONTENT_HANDLINGS);
        checkOption("connection type", integration.connectionType(), CONNECTION_TYPES);
        checkOption("response transfer mode", integration.responseTransferMode(), TRANSFER_MODES);
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

    /** Checks verb and address. */
    public static void checkEndpoint(Integration integration) {
        switch (integration.type()) {
            case "HTTP", "HTTP_PROXY" -> {
                checkVerb(integration.httpMethod());
                checkHttp(integration);
            }
            case "AWS", "AWS_PROXY" -> {
                checkVerb(integration.httpMethod());
                checkAws(integration);
            }
            default -> {
                if (integration.httpMethod() != null
                        && !integration.httpMethod().isEmpty()) {
                    checkVerb(integration.httpMethod());
                }
            }
        }
    }

    /**
     * Checks that what goes through a VPC link can do so and says through which. AWS refuses the same; its words are not
     * recorded.
     */
    public static void checkConnection(Integration integration) {
        if (!VPC_LINK.equals(integration.connectionType())) {
            return;
        }
        if (!integration.type().startsWith("HTTP")) {
            throw new BadRequestException("Connection type VPC_LINK is only supported for types HTTP and HTTP_PROXY");
        }
        if (integration.connectionId() == null || integration.connectionId().isBlank()) {
            throw new BadRequestException("Connection type VPC_LINK requires a connection ID");
        }
    }

    /** The VPC link that an integration names, unless a stage variable does so, which is known at the call only. */
    public static Optional<String> vpcLink(Integration integration) {
        return VPC_LINK.equals(integration.connectionType())
                ? Optional.ofNullable(integration.connectionId()).filter(id -> !id.contains("${stageVariables."))
                : Optional.empty();
    }

    /** Checks the time a backend has. */
    public static void checkTimeout(int milliseconds) {
        if (milliseconds < SHORTEST_TIMEOUT || milliseconds > LONGEST_TIMEOUT) {
            throw new BadRequestException("Timeout should be between 50 ms and 29000 ms");
        }
    }

    /** Checks the size of a template. */
    public static void checkTemplate(@Nullable String template) {
        if (template != null && template.length() > LONGEST_TEMPLATE) {
            throw new BadRequestException("Mapping template exceeds " + LONGEST_TEMPLATE + " bytes");
        }
    }

    /** Checks that a value, if there is one, is among the options of its kind. */
    public static void checkOption(String kind, @Nullable String value, List<String> options) {
        if (value != null && !options.contains(value)) {
            throw new BadRequestException(
                    "Invalid " + kind + " specified. Valid options are " + String.join(",", options));
        }
    }

    /** Only Lambda functions have policies of their own; every other service is called in a role. */
    private static void checkRole(Integration integration) {
        boolean service = integration.type().equals("AWS") && !isFunction(integration);
        if (service && integration.credentials() == null) {
            throw new BadRequestException("Role ARN must be specified for AWS integrations");
        }
    }

    private static boolean isFunction(Integration integration) {
        String[] parts = Objects.requireNonNullElse(integration.uri(), "").split(":", 6);
        return parts.length == 6 && parts[4].endsWith("lambda");
    }

    private static void checkVerb(@Nullable String verb) {
        if (verb == null || verb.isEmpty()) {
            throw new BadRequestException("Enumeration value for HttpMethod must be non-empty");
        }
        if (!VERBS.contains(verb)) {
            throw new BadRequestException("Invalid HttpMethod specified. Valid options are " + String.join(",", VERBS));
        }
    }

    private static void checkHttp(Integration integration) {
        String uri = Objects.requireNonNullElse(integration.uri(), "");
        if (!HTTP_URI.matcher(uri).matches()) {
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
