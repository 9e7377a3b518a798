package io.tollgate.server.health;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/**
 * Whether a load balancer shall send requests here: from the moment when everything that the database had is served, until the
 * gateway is told to end. It is told on both listeners at {@link #PATH}, to anybody. Thread-safe.
 */
@ApplicationScoped
public class Readiness {
    /** Where it is asked for, with any host that is not an API's. */
    public static final String PATH = "/tollgate/ready";

    /** What this node is doing. */
    private enum State {
        STARTING,
        READY,
        ENDING
    }

    private volatile State state = State.STARTING;

    /** From now on requests are welcome. */
    public void begin() {
        state = State.READY;
    }

    /** From now on requests should go elsewhere; those that come are still answered. */
    public void end() {
        state = State.ENDING;
    }

    /** Whether requests are welcome. */
    public boolean isReady() {
        return state == State.READY;
    }

    /** Whether the gateway was told to end, so that connections should not be kept. */
    public boolean isEnding() {
        return state == State.ENDING;
    }

    /** The answer: 200 or 503, and the state in a word. */
    public Answer answer() {
        State now = state;
        byte[] body = switch (now) {
            case STARTING -> bytes("starting");
            case READY -> bytes("ready");
            case ENDING -> bytes("ending");
        };
        return new Answer(
                now == State.READY ? 200 : 503,
                Headers.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                Body.of(body));
    }

    private static byte[] bytes(String word) {
        return ("{\"state\":\"" + word + "\"}").getBytes(StandardCharsets.UTF_8);
    }
}
