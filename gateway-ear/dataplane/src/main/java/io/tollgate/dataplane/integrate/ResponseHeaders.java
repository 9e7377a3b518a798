package io.tollgate.dataplane.integrate;

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
            "www-authenticate");

    private ResponseHeaders() {}

    static String mapped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return REMAPPED.contains(lower) ? "x-amzn-Remapped-" + name : name;
    }
}
