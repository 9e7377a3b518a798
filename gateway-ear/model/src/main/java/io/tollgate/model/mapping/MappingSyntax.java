package io.tollgate.model.mapping;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which parameter mapping expressions AWS accepts, and its words for what it refuses (features 9.2, recorded). */
public final class MappingSyntax {
    private static final String NAME = "[a-zA-Z0-9._$-]+";
    private static final String COMMON = "stageVariables\\." + NAME + "|context\\." + NAME + "|'[^']*'";
    private static final Pattern METHOD_PARAMETER =
            Pattern.compile("method\\.request\\.(querystring|path|header)\\." + NAME);
    private static final Pattern INTEGRATION_TARGET =
            Pattern.compile("integration\\.request\\.(header|querystring|path)\\." + NAME);
    private static final Pattern REQUEST_SOURCE = Pattern.compile(
            "method\\.request\\.(path|querystring|header|multivaluequerystring|multivalueheader)\\." + NAME
                    + "|method\\.request\\.body(\\..+|\\[.+)?|" + COMMON,
            Pattern.DOTALL);
    private static final Pattern RESPONSE_TARGET = Pattern.compile("method\\.response\\.header\\." + NAME);
    private static final Pattern RESPONSE_SOURCE = Pattern.compile(
            "integration\\.response\\.(header|multivalueheader)\\." + NAME
                    + "|integration\\.response\\.body(\\..+|\\[.+)?|" + COMMON,
            Pattern.DOTALL);

    private MappingSyntax() {}

    /** Checks the parameters that a method declares. */
    public static void checkMethodParameters(Set<String> parameters) {
        for (String parameter : parameters) {
            require(METHOD_PARAMETER, parameter);
        }
        long distinct = parameters.stream()
                .map(parameter -> parameter.split("\\.", 4)[3])
                .distinct()
                .count();
        if (distinct != parameters.size()) {
            throw new BadRequestException("Parameter names must be unique across querystring, header and path");
        }
    }

    /** Checks the headers that a method response declares. */
    public static void checkResponseParameters(Set<String> parameters) {
        parameters.forEach(parameter -> require(RESPONSE_TARGET, parameter));
    }

    /** Checks an integration's request parameters; sources must be declared on the method. */
    public static void checkIntegrationRequest(Map<String, String> mappings, Set<String> declared) {
        mappings.forEach((target, source) -> {
            require(INTEGRATION_TARGET, target);
            require(REQUEST_SOURCE, source);
            if (source.startsWith("method.request.") && !source.startsWith("method.request.body")) {
                requireDeclared(source.replaceFirst("\\.multivalue", "."), source, declared);
            }
        });
    }

    /** Checks an integration response's parameters; targets must be declared on the method response. */
    public static void checkIntegrationResponse(Map<String, String> mappings, Set<String> declared) {
        mappings.forEach((target, source) -> {
            require(RESPONSE_TARGET, target);
            require(RESPONSE_SOURCE, source);
            requireDeclared(target, target, declared);
        });
    }

    private static void require(Pattern pattern, String expression) {
        if (!pattern.matcher(expression).matches()) {
            throw invalid("Invalid mapping expression specified: " + expression);
        }
    }

    private static void requireDeclared(String parameter, String shown, Set<String> declared) {
        if (!declared.contains(parameter)) {
            throw invalid("Invalid mapping expression parameter specified: " + shown);
        }
    }

    private static BadRequestException invalid(String error) {
        return new BadRequestException(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : [" + error + "]");
    }

    /** Checks the keys of templates. */
    public static void checkContentTypes(Set<String> types) {
        for (String type : types) {
            if (!type.contains("/") && !type.equals("$default")) {
                throw new BadRequestException(
                        "Validation Result: warnings : [], errors : [Invalid content type specified: " + type + "]");
            }
        }
    }
}
