package io.tollgate.server.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Lets calls finish before the process ends by a signal. Payara stops the class loader of an application before it tells
 * the application, and a call that needs a class for the first time then breaks off; so the calls have to end before
 * Payara hears of the signal.
 *
 * <p>The JDK has no other way to hear of a signal than these two classes of its own, of which its compiler warns; since JDK
 * 25 no option and no annotation turns the warning off for a fixed release.
 */
final class EndSignals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EndSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT");
    private static final int SIGNALLED = 128;

    private final Map<Signal, SignalHandler> before = new HashMap<>();

    /** From now on a signal runs this work first and ends the process afterwards. */
    void drainFirst(Runnable work) {
        for (String name : NAMES) {
            try {
                Signal signal = new Signal(name);
                before.put(signal, Signal.handle(signal, received -> end(received, work)));
            } catch (IllegalArgumentException taken) {
                LOG.info("the signal {} belongs to the JVM: calls may be cut when it ends the process", name);
            }
        }
    }

    private static void end(Signal signal, Runnable work) {
        LOG.info("the signal {} came: running calls finish, new ones are refused", signal.getName());
        try {
            work.run();
        } finally {
            System.exit(SIGNALLED + signal.getNumber());
        }
    }

    /** Signals do what they did before. */
    @Override
    public void close() {
        before.forEach(Signal::handle);
        before.clear();
    }
}
