package io.tollgate.transport;

import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The listener and the client together, with a backend that each test brings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnAProxy {
    VertxUpstream upstream;
    ExpressListener listener;
    volatile Backend backend;

    private EventLoops loops;

    /** What the listener does with a request. */
    abstract CompletionStage<Answer> proxy(Incoming incoming);

    @BeforeAll
    void open() {
        loops = EventLoops.start(2);
        upstream = new VertxUpstream(loops, UpstreamSettings.DEFAULTS);
        ExpressSettings settings = ExpressSettings.at("127.0.0.1", 0).drainingFor(Duration.ofSeconds(1));
        listener = ExpressListener.start(loops, settings, this::proxy);
    }

    @AfterAll
    void close() {
        listener.close();
        upstream.close();
        loops.close();
    }
}
