package io.tollgate.dataplane.gateway;

import io.tollgate.spi.http.Headers;
import java.util.Locale;
import java.util.Set;

/** The fields that end at the gateway: no mapping and no integration sees them (features 9.5, recorded). */
final class EntryHeaders {
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "content-length",
            "content-md5",
            "expect",
            "max-forwards",
            "proxy-authenticate",
            "server",
            "te",
            "transfer-encoding",
            "trailer",
            "upgrade",
            "www-authenticate");

    private EntryHeaders() {}

    static void drop(Headers headers) {
        headers.removeIf((name, value) -> mayBeDropped(name) && DROPPED.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean mayBeDropped(String name) {
        return switch (name.isEmpty() ? ' ' : name.charAt(0) | 0x20) {
            case 'c', 'e', 'm', 'p', 's', 't', 'u', 'w' -> true;
            default -> false;
        };
    }
}
