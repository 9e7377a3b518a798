package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.mapping.MappingExpression;
import io.tollgate.dataplane.mapping.MappingExpression.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a customised gateway response: a text in which {@code $context.x}, {@code $stageVariables.x} and
 * {@code $method.request.header.x} are replaced, with or without braces. It is no VTL (features 10). Parsed once.
 */
final class GatewayResponseTemplate {
    private static final String NAME =
            "((?:context|stageVariables|method\\.request\\.(?:header|path|querystring))(?:\\.[a-zA-Z0-9_-]+)+)";
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{" + NAME + "}|" + NAME + ")");

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Value(MappingExpression expression, boolean isMessageString) implements Part {}

    private final List<Part> parts = new ArrayList<>();

    GatewayResponseTemplate(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        int at = 0;
        while (matcher.find()) {
            parts.add(new Text(text.substring(at, matcher.start())));
            String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            parts.add(new Value(MappingExpression.parse(name), name.equals("context.error.messageString")));
            at = matcher.end();
        }
        parts.add(new Text(text.substring(at)));
    }

    String render(Call call) {
        StringBuilder text = new StringBuilder(64);
        Source source = Source.of(call);
        for (Part part : parts) {
            switch (part) {
                case Text(String fixed) -> text.append(fixed);
                case Value(MappingExpression expression, boolean isMessageString) -> {
                    String value = expression.single(source);
                    text.append(value != null ? value : isMessageString ? "null" : "");
                }
            }
        }
        return text.toString();
    }
}
