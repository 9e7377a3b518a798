package io.tollgate.dataplane.integrate;

import io.tollgate.dataplane.gateway.Call;
import io.tollgate.spi.http.Headers;
import java.util.Locale;

/** The header rules of HTTP_PROXY (features 9.5, recorded). */
final class ProxyHeaders {

    private ProxyHeaders() {}

    /** What the backend gets of the client's fields, and what the gateway adds. */
    static Headers toBackend(Call call) {
        Headers headers = new Headers(call.headers());
        headers.removeIf((name, value) -> endsHere(name, value));
        headers.set("X-Amzn-Trace-Id", call.traceHeader());
        headers.set("X-Amzn-Apigateway-Api-Id", call.apiId());
        Forwarded.add(headers, call.incoming());
        return headers;
    }

    private static boolean endsHere(String name, String value) {
        return switch (name.length()) {
            case 3 -> name.equalsIgnoreCase("Via");
            case 4 -> name.equalsIgnoreCase("Host");
            case 13 -> name.equalsIgnoreCase("Authorization") && value.startsWith("AWS4-HMAC-SHA256");
            case 16 -> name.equalsIgnoreCase("Content-Encoding");
            default -> false;
        };
    }

    /** What the client gets of the backend's fields; the backend's list is changed in place. */
    static Headers toClient(Headers backend) {
        Headers headers = new Headers();
        for (int i = 0; i < backend.size(); i++) {
            String name = backend.name(i);
            switch (name.toLowerCase(Locale.ROOT)) {
                case "transfer-encoding", "via", "keep-alive" -> {
                    // They speak of the backend's connection only.
                }
                case "connection", "content-length", "date", "server", "x-amzn-requestid" ->
                    headers.add("x-amzn-Remapped-" + name, backend.value(i));
                default -> headers.add(name, backend.value(i));
            }
        }
        return headers;
    }
}
