package io.tollgate.dataplane.template;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The methods of texts that take a regular expression; they run under the time budget. */
final class StringCalls {
    static final Set<String> NAMES = Set.of("matches", "replaceAll", "replaceFirst", "split");

    private StringCalls() {}

    static Object call(String text, String method, Object[] arguments) {
        Matcher matcher = matcher(text, Printing.text(arguments[0]));
        return switch (method) {
            case "matches" -> matcher.matches();
            case "replaceAll" -> Budget.current().text(matcher.replaceAll(Printing.text(arguments[1])));
            case "replaceFirst" -> Budget.current().text(matcher.replaceFirst(Printing.text(arguments[1])));
            case "split" -> split(text, matcher, arguments);
            default -> throw new IllegalStateException(method);
        };
    }

    private static Matcher matcher(String text, String expression) {
        try {
            return Pattern.compile(expression).matcher(new WatchedText(text));
        } catch (PatternSyntaxException malformed) {
            throw new TemplateFailure("bad regular expression: " + malformed.getDescription());
        }
    }

    private static String[] split(String text, Matcher matcher, Object[] arguments) {
        int limit = arguments.length > 1 ? ((Number) arguments[1]).intValue() : 0;
        String[] parts = matcher.pattern().split(new WatchedText(text), limit);
        return List.of(parts).stream().map(CharSequence::toString).toArray(String[]::new);
    }
}
