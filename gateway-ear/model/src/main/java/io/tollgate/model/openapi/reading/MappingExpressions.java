package io.tollgate.model.openapi.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be mapped to what between a method and its integration, with AWS's words for what may not.
 *
 * <p>AWS refuses a document that maps what its methods do not declare. Such a mapping works, so we warn and keep it.
 */
final class MappingExpressions {
    private static final String NAME = "[a-zA-Z0-9:._$-]+";
    private static final Pattern PARAMETER_NAME = Pattern.compile(NAME);
    private static final String ELSEWHERE = "|stageVariables\\.\\S+|context\\.\\S+|(?s:'.*')";
    private static final Pattern REQUEST_TARGET = Pattern.compile(
            "integration\\.request\\.(?:header|querystring|path|multivaluequerystring|multivalueheader)\\." + NAME);
    private static final Pattern REQUEST_PARAMETER = Pattern.compile(
            "method\\.request\\.(header|querystring|path|multivaluequerystring|multivalueheader)\\.(" + NAME + ")");
    private static final Pattern REQUEST_SOURCE =
            Pattern.compile(REQUEST_PARAMETER.pattern() + "|method\\.request\\.body(?:[.\\[].+)?" + ELSEWHERE);
    private static final Pattern RESPONSE_TARGET = Pattern.compile("method\\.response\\.header\\." + NAME);
    private static final Pattern RESPONSE_SOURCE = Pattern.compile(
            "integration\\.response\\.(?:(?:header|multivalueheader)\\.\\S+|body(?:[.\\[].+)?)" + ELSEWHERE);
    private static final String ENVELOPE =
            "Invalid mapping expression specified: Validation Result: warnings : [], errors : [";

    private MappingExpressions() {}

    /** What is wrong with the name of a method's parameter. */
    static Optional<String> refusedName(String name) {
        return PARAMETER_NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        ENVELOPE + "Parameter name should match the following regular expression: ^" + NAME + "$]");
    }

    /** What is wrong with a mapping to the integration's request. */
    static Optional<String> refusedRequest(String target, String source) {
        if (!REQUEST_TARGET.matcher(target).matches()) {
            return expression(target);
        }
        return REQUEST_SOURCE.matcher(source).matches() ? Optional.empty() : expression(source);
    }

    /** That a mapping reads a parameter which the method does not declare. */
    static Optional<String> undeclaredRequest(String source, @Nullable Map<String, Boolean> declared) {
        Matcher parameter = REQUEST_PARAMETER.matcher(source);
        if (!parameter.matches()) {
            return Optional.empty();
        }
        String key = "method.request." + parameter.group(1).replace("multivalue", "") + "." + parameter.group(2);
        return declared != null && declared.containsKey(key) ? Optional.empty() : parameter(source);
    }

    /** What is wrong with a mapping to the method's response. */
    static Optional<String> refusedResponse(String target, String source) {
        if (!RESPONSE_TARGET.matcher(target).matches()) {
            return expression(target);
        }
        return RESPONSE_SOURCE.matcher(source).matches() ? Optional.empty() : expression(source);
    }

    /** That a mapping writes a header which the method's response does not declare. */
    static Optional<String> undeclaredResponse(String target, @Nullable Map<String, Boolean> declared) {
        return declared != null && declared.containsKey(target) ? Optional.empty() : parameter(target);
    }

    private static Optional<String> expression(String wrong) {
        return Optional.of(ENVELOPE + "Invalid mapping expression specified: " + wrong + "]");
    }

    private static Optional<String> parameter(String wrong) {
        return Optional.of(ENVELOPE + "Invalid mapping expression parameter specified: " + wrong + "]");
    }
}
