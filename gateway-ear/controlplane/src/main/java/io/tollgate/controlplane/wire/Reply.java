package io.tollgate.controlplane.wire;

import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The output of an operation. Its status is the operation's own.
 *
 * @param body the bytes to send, or null for none
 * @param headers further fields, Content-Type among them
 */
public record Reply(byte @Nullable [] body, Headers headers) {

    /** No content. */
    public static Reply empty() {
        return new Reply(null, new Headers());
    }

    /** A value as text for a terminal where the request says that it accepts that, else as JSON. */
    public static Reply asAsked(Headers request, Supplier<String> text, Object value) {
        if (!Objects.requireNonNullElse(request.get("Accept"), "").startsWith("text/plain")) {
            return of(value);
        }
        return new Reply(
                text.get().getBytes(StandardCharsets.UTF_8), Headers.of("Content-Type", "text/plain; charset=utf-8"));
    }

    /** A value as JSON. */
    public static Reply of(Object value) {
        return new Reply(
                Json.write(value).getBytes(StandardCharsets.UTF_8), Headers.of("Content-Type", "application/json"));
    }
}
