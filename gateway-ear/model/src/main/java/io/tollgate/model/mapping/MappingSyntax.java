package io.tollgate.model.mapping;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which parameter mapping expressions AWS accepts, and its words for what it refuses (features 9.2, recorded). */
public final class MappingSyntax {
    private static final String NAME = "[a-zA-Z0-9:._$-]+";
    private static final String COMMON = "stageVariables\\." + NAME + "|context\\." + NAME + "|'[^']*'";
    private static final Pattern PARAMETER_NAME = Pattern.compile(NAME);
    private static final Pattern METHOD_PARAMETER =
            Pattern.compile("method\\.request\\.(querystring|path|header)\\..+", Pattern.DOTALL);
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

    private static final Pattern GATEWAY_TARGET =
            Pattern.compile("gatewayresponse\\.(header|querystring|path)\\." + NAME);

    private MappingSyntax() {}

    /** Checks the parameters that a method declares. */
    public static void checkMethodParameters(Set<String> parameters) {
        parameters.forEach(MappingSyntax::checkMethodParameter);
        checkUnique(parameters);
    }

    /** Checks one parameter that a method declares. */
    public static void checkMethodParameter(String parameter) {
        require(METHOD_PARAMETER, parameter);
        if (!PARAMETER_NAME.matcher(name(parameter)).matches()) {
            throw invalid("Parameter name should match the following regular expression: ^" + NAME + "$");
        }
    }

    /** Checks that the parameters of a method have different names. */
    public static void checkUnique(Set<String> parameters) {
        if (parameters.stream().map(MappingSyntax::name).distinct().count() != parameters.size()) {
            throw new BadRequestException("Parameter names must be unique across querystring, header and path");
        }
    }

    private static String name(String parameter) {
        return parameter.split("\\.", 4)[3];
    }

    /** Checks the headers that a method response declares. */
    public static void checkResponseParameters(Set<String> parameters) {
        parameters.forEach(parameter -> require(RESPONSE_TARGET, parameter));
    }

    /** Checks an integration's request parameters; sources must be declared on the method. */
    public static void checkIntegrationRequest(Map<String, String> mappings, Set<String> declared) {
        mappings.forEach((target, source) -> {
            checkRequestMapping(target, source);
            checkRequestDeclared(source, declared);
        });
    }

    /** Checks the two sides of one mapping to an integration's request. */
    public static void checkRequestMapping(String target, String source) {
        require(INTEGRATION_TARGET, target);
        require(REQUEST_SOURCE, source);
    }

    /** Checks that a parameter which a mapping reads is declared on the method. */
    public static void checkRequestDeclared(String source, Set<String> declared) {
        if (source.startsWith("method.request.") && !source.startsWith("method.request.body")) {
            requireDeclared(source.replaceFirst("\\.multivalue", "."), source, declared);
        }
    }

    /** Checks an integration response's parameters; targets must be declared on the method response. */
    public static void checkIntegrationResponse(Map<String, String> mappings, Set<String> declared) {
        mappings.forEach((target, source) -> {
            checkResponseMapping(target, source);
            checkResponseDeclared(target, declared);
        });
    }

    /** Checks the two sides of one mapping to a method's response. */
    public static void checkResponseMapping(String target, String source) {
        require(RESPONSE_TARGET, target);
        require(RESPONSE_SOURCE, source);
    }

    /** Checks a gateway response's parameters; what they read need not be declared anywhere. */
    public static void checkGatewayResponse(Map<String, String> mappings) {
        mappings.forEach((target, source) -> {
            require(GATEWAY_TARGET, target);
            require(REQUEST_SOURCE, source);
        });
    }

    /** Checks that a header which a mapping writes is declared on the method response. */
    public static void checkResponseDeclared(String target, Set<String> declared) {
        requireDeclared(target, target, declared);
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
