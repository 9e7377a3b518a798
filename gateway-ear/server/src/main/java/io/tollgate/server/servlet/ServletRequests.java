package io.tollgate.server.servlet;

import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Enumeration;
import java.util.Objects;

/** Makes of a servlet request what the gateway takes. */
final class ServletRequests {

    private ServletRequests() {}

    static Incoming incoming(HttpServletRequest request, String host, long maxBodyBytes) {
        Headers headers = new Headers();
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                headers.add(name, values.nextElement());
            }
        }
        return new Incoming(
                request.getMethod(),
                request.getScheme(),
                host,
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                headers,
                body(request, maxBodyBytes),
                request.getRemoteAddr(),
                request.getLocalPort());
    }

    /**
     * Whether the client wants another protocol. Payara then hands over the bare connection: a body is neither framed nor
     * ended, so it is not read, and the connection closes after the answer. {@link ContainerLimits} refuses verbs whose
     * body matters.
     */
    static boolean asksForUpgrade(HttpServletRequest request) {
        return request.getHeader("Upgrade") != null;
    }

    /** A body is read only where one is announced: reading an unannounced one waits for ever. */
    private static Body body(HttpServletRequest request, long maxBodyBytes) {
        long length = request.getContentLengthLong();
        boolean announced = length > 0 || (length < 0 && request.getHeader("Transfer-Encoding") != null);
        if (!announced || asksForUpgrade(request)) {
            return Body.EMPTY;
        }
        try {
            return new ServletBody(request.getInputStream(), length, maxBodyBytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
