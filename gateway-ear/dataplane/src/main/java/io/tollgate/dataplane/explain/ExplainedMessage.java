package io.tollgate.dataplane.explain;

import java.util.List;
import java.util.Map;

/**
 * What went into or came out of a step, secrets masked.
 *
 * @param kind request, integration request, integration response or response
 * @param method the verb of a request, empty for a response
 * @param path the path or URI of a request, empty for a response
 * @param query the query string of a request, undecoded; empty if there is none
 * @param status the status of a response, 0 for a request
 * @param headers all fields, in order
 * @param body the beginning of the content: text, or base 64 of what is no text
 * @param base64 whether the body is shown as base 64
 * @param bodyLength the length of the whole content in bytes, -1 if it is not known
 */
public record ExplainedMessage(
        String kind,
        String method,
        String path,
        String query,
        int status,
        Map<String, List<String>> headers,
        String body,
        boolean base64,
        long bodyLength) {}
