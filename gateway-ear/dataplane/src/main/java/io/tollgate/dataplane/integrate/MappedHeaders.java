package io.tollgate.dataplane.integrate;

import java.util.Locale;
import java.util.Set;

/** What may be set on an outgoing request by a mapping (features 9.5, recorded). */
final class MappedHeaders {
    private static final Set<String> FORBIDDEN =
            Set.of("content-length", "transfer-encoding", "x-amzn-trace-id", "x-amzn-apigateway-api-id");
    private static final Set<String> DROPPED = Set.of("connection", "expect", "proxy-authenticate", "te", "via");

    private MappedHeaders() {}

    /** Whether a mapping to this header makes the call fail. */
    static boolean isForbidden(String name) {
        return FORBIDDEN.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Whether a mapping to this header has no effect. */
    static boolean isDropped(String name) {
        return DROPPED.contains(name.toLowerCase(Locale.ROOT));
    }
}
