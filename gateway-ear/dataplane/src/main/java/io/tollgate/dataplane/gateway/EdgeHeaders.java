package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Headers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the network in front of an edge-optimized API does to a request's fields: well-known names get their usual
 * capitals, cookies are put in the order of their names. Regional and private APIs get all fields as they were sent
 * (features 2.3).
 */
final class EdgeHeaders {
    private static final List<String> CANONICAL = List.of("Authorization", "Cookie", "Host", "User-Agent");

    private EdgeHeaders() {}

    /** Changes the fields in place. */
    static void normalise(Headers headers) {
        Headers sent = new Headers(headers);
        boolean changed = false;
        for (int i = 0; i < sent.size(); i++) {
            String canonical = canonical(sent.name(i));
            changed |= canonical != null && (canonical.equals("Cookie") || !canonical.equals(sent.name(i)));
        }
        if (!changed) {
            return;
        }
        headers.removeIf((name, value) -> true);
        for (int i = 0; i < sent.size(); i++) {
            String canonical = canonical(sent.name(i));
            if (!"Cookie".equals(canonical)) {
                headers.add(canonical == null ? sent.name(i) : canonical, sent.value(i));
            } else if (!headers.contains("Cookie")) {
                headers.add("Cookie", sorted(String.join("; ", sent.all("Cookie"))));
            }
        }
    }

    private static @Nullable String canonical(String name) {
        for (String known : CANONICAL) {
            if (known.length() == name.length() && known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        return null;
    }

    private static String sorted(String cookies) {
        return Arrays.stream(cookies.split(";", -1))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .sorted(Comparator.comparing(
                        pair -> pair.substring(0, pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('='))))
                .collect(Collectors.joining("; "));
    }
}
