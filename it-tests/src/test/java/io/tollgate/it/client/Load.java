package io.tollgate.it.client;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Clients that call without a pause until they are told to stop. */
public final class Load implements AutoCloseable {
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger calls = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    /** Adds a client. An answer that is not good, or none, is a failure. */
    public Load client(Supplier<HttpResponse<String>> call, Predicate<HttpResponse<String>> good) {
        clients.execute(() -> {
            while (!stopped.get()) {
                one(call, good);
            }
        });
        return this;
    }

    private void one(Supplier<HttpResponse<String>> call, Predicate<HttpResponse<String>> good) {
        try {
            HttpResponse<String> answer = call.get();
            if (!good.test(answer)) {
                failures.add(answer.statusCode() + " " + answer.body());
            }
        } catch (RuntimeException none) {
            failures.add(none.toString());
        }
        calls.incrementAndGet();
    }

    /** How many calls were answered or failed so far. */
    public int calls() {
        return calls.get();
    }

    /** What went wrong so far. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    /** Lets running calls finish and starts no more. */
    @Override
    public void close() {
        stopped.set(true);
        clients.shutdown();
        try {
            if (!clients.awaitTermination(2, TimeUnit.MINUTES)) {
                failures.add("a client did not come to its end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
