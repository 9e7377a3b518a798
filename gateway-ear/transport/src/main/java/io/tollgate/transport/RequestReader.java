package io.tollgate.transport;

import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of an express request what the gateway takes, within the listener's limits. Thread-safe. */
final class RequestReader {
    private final ExpressSettings settings;

    RequestReader(ExpressSettings settings) {
        this.settings = settings;
    }

    /** The request, or null if it was refused here. */
    @Nullable Incoming read(HttpServerRequest request) {
        String target = request.uri();
        if (!target.startsWith("/")) {
            target = withoutAuthority(target);
            if (target.isEmpty()) {
                Refusals.refuse(request, 400, "the request target must begin with a slash");
                return null;
            }
        }
        if (target.length() > settings.maxUrlBytes()) {
            Refusals.refuse(request, 414, "Request URI too long");
            return null;
        }
        Headers headers = new Headers();
        String length = null;
        boolean chunked = false;
        for (Map.Entry<String, String> field : request.headers()) {
            String name = field.getKey();
            headers.add(name, field.getValue());
            switch (name.length()) {
                case 14 -> length = name.equalsIgnoreCase("content-length") ? field.getValue() : length;
                case 17 -> chunked |= name.equalsIgnoreCase("transfer-encoding");
                default -> {
                    // No other field frames a body.
                }
            }
        }
        long announced = length == null ? chunked ? -1 : 0 : Long.parseLong(length);
        if (announced > settings.maxBodyBytes()) {
            Refusals.refuse(request, 413, "HTTP content length exceeded " + settings.maxBodyBytes() + " bytes.");
            return null;
        }
        int question = target.indexOf('?');
        return new Incoming(
                request.method().name(),
                request.isSSL() ? "https" : "http",
                host(request),
                question < 0 ? target : target.substring(0, question),
                question < 0 ? "" : target.substring(question + 1),
                headers,
                body(request, announced),
                request.remoteAddress().hostAddress(),
                request.localAddress().port());
    }

    /** An absolute-form target (RFC 9112 3.2.2): its authority counts as the host that was asked. */
    private static String withoutAuthority(String target) {
        int scheme = target.indexOf("://");
        if (scheme < 0) {
            return "";
        }
        int slash = target.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : target.substring(slash);
    }

    private static String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.host();
    }

    private static void nothing() {
        // The connection goes on by itself.
    }

    private Body body(HttpServerRequest request, long announced) {
        if (announced == 0) {
            return Body.EMPTY;
        }
        request.pause();
        Runnable abort = () -> request.connection().close();
        return announced > 0
                ? new StreamBody(request, announced, abort, RequestReader::nothing)
                : new StreamBody(new CappedStream(request, settings.maxBodyBytes()), -1, abort, RequestReader::nothing);
    }
}
