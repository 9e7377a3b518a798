package io.tollgate.dataplane.explain;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.spi.http.Headers;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What must not be shown of a call: fields, query parameters and JSON members whose names say that they are credentials,
 * and their values wherever else they turn up. Immutable.
 */
final class Secrets {
    static final Secrets NONE = new Secrets(List.of());

    private static final String MASK = "********";
    private static final int SHORTEST = 4;
    private static final int SHOWN = 1024;
    private static final String WORDS =
            "authorization|cookie|api[-_]?key|token|secret|passw|credential|signature|private[-_]?key|session[-_]?id";
    private static final Pattern NAME = Pattern.compile("(?i).*(?:" + WORDS + ").*");
    private static final Pattern MEMBER =
            Pattern.compile("(?i)(\"[^\"\\\\]*(?:" + WORDS + ")[^\"\\\\]*\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+(\"?)");
    private static final Pattern FORM = Pattern.compile("(?i)((?:^|[?&;])[^=&;?]*(?:" + WORDS + ")[^=&;]*=)[^&;#]*");

    private final List<String> values;

    private Secrets(List<String> values) {
        this.values = values;
    }

    /** The secrets that a client sent; to be asked for before a step changes the fields. */
    static Secrets sentBy(Call call) {
        Set<String> values = new HashSet<>();
        call.incoming().headers().forEach((name, value) -> {
            if (isSecret(name)) {
                collect(values, value);
                collect(values, value.substring(value.indexOf(' ') + 1));
                for (String pair : value.split(";", -1)) {
                    collect(values, pair.substring(pair.indexOf('=') + 1).strip());
                }
            }
        });
        call.query().values().forEach((name, all) -> {
            if (isSecret(name)) {
                all.forEach(value -> collect(values, value));
            }
        });
        return longestFirst(values);
    }

    private static Secrets longestFirst(Set<String> values) {
        return new Secrets(values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** These, and those that the steps have found. */
    Secrets andFoundBy(Call call) {
        Set<String> all = new HashSet<>(values);
        collect(all, call.apiKey());
        collect(all, call.usageIdentifierKey());
        return longestFirst(all);
    }

    private static void collect(Set<String> values, @Nullable String value) {
        if (value != null && value.length() >= SHORTEST) {
            values.add(value);
        }
    }

    private static boolean isSecret(String name) {
        return NAME.matcher(name).matches();
    }

    /** A text without the secrets' values. */
    String masked(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }

    /** A message as it may be shown. */
    ExplainedMessage masked(Message message) {
        byte[] start = BodyStart.bytesOf(message.body());
        String text = text(start);
        return new ExplainedMessage(
                message.kind().text(),
                message.method(),
                masked(message.target()),
                form(message.query()),
                message.status(),
                headers(message.headers()),
                text == null ? binary(start) : cut(form(json(text))),
                text == null,
                message.body().length());
    }

    private static String cut(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN);
    }

    private String binary(byte[] bytes) {
        String seen = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean leaks = !masked(seen).equals(seen);
        return leaks ? "" : Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, Math.min(bytes.length, SHOWN)));
    }

    private String form(String text) {
        return masked(FORM.matcher(text).replaceAll("$1" + MASK));
    }

    private static String json(String text) {
        return MEMBER.matcher(text).replaceAll("$1" + MASK + "$2");
    }

    private Map<String, List<String>> headers(Headers headers) {
        Map<String, List<String>> shown = new LinkedHashMap<>();
        headers.forEach((name, value) ->
                shown.computeIfAbsent(name, any -> new ArrayList<>()).add(isSecret(name) ? MASK : masked(value)));
        return shown;
    }

    /** UTF-8 text, where the last character may be cut off; null if it is none. */
    private static @Nullable String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, false);
        return result.isError() ? null : text.flip().toString();
    }
}
