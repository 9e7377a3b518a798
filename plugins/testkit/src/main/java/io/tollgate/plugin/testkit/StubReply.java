package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Headers;
import java.nio.charset.StandardCharsets;

/** What a {@link StubBackend} does with a request. */
public sealed interface StubReply {

    /** An answer with a length. */
    record Respond(int status, Headers headers, byte[] body) implements StubReply {}

    /** Bytes as they are, then the end of the connection. */
    record Raw(byte[] bytes) implements StubReply {}

    /** The end of the connection, without an answer. */
    record HangUp() implements StubReply {}

    /** Nothing, until the backend is closed. */
    record Silence() implements StubReply {}

    /** A status without content. */
    static StubReply status(int status) {
        return new Respond(status, new Headers(), new byte[0]);
    }

    /** 200 with a text. */
    static StubReply text(String body) {
        return new Respond(200, Headers.of("Content-Type", "text/plain"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes as they are, one for each character. */
    static StubReply raw(String bytes) {
        return new Raw(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }
}
