package io.tollgate.server.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls that the container listener is answering, so that they can finish at the end. Thread-safe. */
@ApplicationScoped
public class RunningCalls implements AsyncListener {
    private final AtomicInteger running = new AtomicInteger();
    private final CompletableFuture<Boolean> none = new CompletableFuture<>();
    private volatile boolean refusing;

    /** A call begins; one that goes asynchronous ends by this listener, any other by {@link #end}. */
    void begin() {
        running.incrementAndGet();
    }

    void end() {
        if (running.decrementAndGet() == 0 && refusing) {
            none.complete(true);
        }
    }

    /** From now on new calls are refused. */
    public void refuseNew() {
        refusing = true;
    }

    /** Whether new calls are refused. */
    boolean refusesNew() {
        return refusing;
    }

    /** Waits until no call is running, after {@link #refuseNew}; whether that came within the time. */
    public boolean awaitNone(Duration patience) {
        if (running.get() == 0) {
            none.complete(true);
        }
        return none.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        // The container completes the call next.
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // The container completes the call next.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A call goes asynchronous once.
    }
}
