package io.tollgate.dataplane.template;

import java.util.Arrays;
import java.util.Formatter;
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The methods of texts that take a regular expression or a format; they run under the time budget. */
final class StringCalls {
    static final Set<String> NAMES = Set.of("matches", "replaceAll", "replaceFirst", "split", "format");

    /** A width or precision that makes a long text of a short one. */
    private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*\\d{4}");

    private StringCalls() {}

    static Object call(String text, String method, Object[] arguments) {
        if (method.equals("format")) {
            return format(arguments);
        }
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

    /** What {@code String.format} makes, which a template reaches through any text. */
    private static String format(Object[] arguments) {
        String format = Printing.text(arguments[0]);
        if (WIDE.matcher(format).find()) {
            throw new TemplateFailure("format: more than 999 characters wide");
        }
        Object[] values = Arrays.stream(arguments)
                .skip(1)
                .map(value -> Printing.isContainer(value) ? Printing.text(value) : value)
                .toArray();
        Output out = new Output();
        try (Formatter formatter = new Formatter(out, Locale.ROOT)) {
            formatter.format(format, values);
            return out.toString();
        } catch (IllegalFormatException malformed) {
            throw new TemplateFailure("format: " + malformed.getMessage());
        }
    }

    private static String[] split(String text, Matcher matcher, Object[] arguments) {
        int limit = arguments.length > 1 ? ((Number) arguments[1]).intValue() : 0;
        String[] parts = matcher.pattern().split(new WatchedText(text), limit);
        return List.of(parts).stream().map(CharSequence::toString).toArray(String[]::new);
    }
}
