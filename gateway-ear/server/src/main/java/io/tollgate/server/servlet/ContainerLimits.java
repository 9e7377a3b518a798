package io.tollgate.server.servlet;

import io.tollgate.dataplane.route.PathSyntax;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the container listener refuses although Payara lets it through: repeated hosts and lengths, a length beside chunks,
 * dot segments, and what is beyond AWS's limits.
 */
@ApplicationScoped
public class ContainerLimits {
    private static final Set<String> BODYLESS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int URL_BYTES = 10_240;
    private static final int HEADER_BYTES = 10_240;
    private static final long BODY_BYTES = 10_485_760;

    /** The largest payload of a call to an API. */
    long maxBodyBytes() {
        return BODY_BYTES;
    }

    /** Why a request is refused, or null. */
    @Nullable Refusal check(HttpServletRequest request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (PathSyntax.hasDotSegment(path)) {
            return new Refusal(400, "Bad Request: dot segments in the path");
        }
        if (query != null && PathSyntax.hasPipe(query)) {
            return new Refusal(400, "Bad Request: a pipe in the query string that is not escaped");
        }
        if (path.length() + (query == null ? 0 : query.length()) > URL_BYTES) {
            return new Refusal(414, "Request URI too long");
        }
        if (Collections.list(request.getHeaders("Host")).size() != 1
                && !request.getProtocol().endsWith("/1.0")) {
            return new Refusal(400, "Bad Request: there must be one Host field");
        }
        return framing(request);
    }

    private static @Nullable Refusal framing(HttpServletRequest request) {
        List<String> lengths = Collections.list(request.getHeaders("Content-Length"));
        List<String> encodings = Collections.list(request.getHeaders("Transfer-Encoding"));
        if (lengths.size() > 1 || (!lengths.isEmpty() && !encodings.isEmpty())) {
            return new Refusal(400, "Bad Request: more than one length");
        }
        if (!encodings.isEmpty() && !encodings.equals(List.of("chunked"))) {
            return new Refusal(400, "Bad Request: Transfer-Encoding is not chunked");
        }
        boolean bodied = request.getContentLengthLong() > 0 || !encodings.isEmpty();
        if (bodied && ServletRequests.asksForUpgrade(request) && !BODYLESS.contains(request.getMethod())) {
            return new Refusal(400, "Bad Request: Upgrade together with a body; this listener cannot read both");
        }
        if (request.getContentLengthLong() > BODY_BYTES) {
            return new Refusal(413, "HTTP content length exceeded " + BODY_BYTES + " bytes.");
        }
        int bytes = 0;
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                bytes += name.length() + value.length();
            }
        }
        return bytes > HEADER_BYTES ? new Refusal(431, "Request Header Fields Too Large") : null;
    }
}
