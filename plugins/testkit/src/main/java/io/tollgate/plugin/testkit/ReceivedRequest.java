package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;

/**
 * A request that a {@link StubBackend} got.
 *
 * @param method the verb
 * @param target the request target as it was on the wire
 * @param headers the fields as they were on the wire
 * @param body the content, transfer codings removed
 */
public record ReceivedRequest(String method, String target, Headers headers, byte[] body) {

    /** The content as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
