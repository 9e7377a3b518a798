package io.tollgate.transport;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets event loops do what they have to do before a test goes on. */
final class Turns {

    private Turns() {}

    /** Returns when each loop has come to what was handed to it now; sockets that had something to read were read before. */
    static void await(EventLoops loops) throws Exception {
        for (Loop loop : loops.all()) {
            CompletableFuture<Boolean> turned = new CompletableFuture<>();
            loop.run(() -> turned.complete(true));
            turned.get(Backend.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
