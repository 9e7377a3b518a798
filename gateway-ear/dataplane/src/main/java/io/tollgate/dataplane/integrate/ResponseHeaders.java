package io.tollgate.dataplane.integrate;

import io.tollgate.spi.http.Headers;
import java.util.Locale;
import java.util.Set;

/** The names that mapped response headers get on the wire (features 9.5, recorded). */
final class ResponseHeaders {
    private static final Set<String> REMAPPED = Set.of(
            "connection",
            "content-length",
            "date",
            "server",
            "authorization",
            "content-md5",
            "expect",
            "host",
            "max-forwards",
            "proxy-authenticate",
            "trailer",
            "upgrade",
            "user-agent",
            "www-authenticate",
            "x-amzn-requestid");

    private ResponseHeaders() {}

    /** Sets a field that a mapping or a template names; how a message ends on the wire is not theirs to say. */
    static void set(Headers headers, String name, String value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!lower.equals("transfer-encoding")) {
            headers.set(REMAPPED.contains(lower) ? "x-amzn-Remapped-" + name : name, value);
        }
    }
}
