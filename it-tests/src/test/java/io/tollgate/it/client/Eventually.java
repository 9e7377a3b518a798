package io.tollgate.it.client;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until an answer is the awaited one; for what another process does in its own time. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Eventually() {}

    /**
     * The first answer that is as awaited.
     *
     * @throws AssertionError with the last answer if none was within five minutes
     */
    public static <T> T get(String what, Supplier<T> question, Predicate<T> awaited) {
        Instant end = Instant.now().plus(PATIENCE);
        T answer = question.get();
        while (!awaited.test(answer)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(what + " did not come; the last answer was " + answer);
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS))
                    .join();
            answer = question.get();
        }
        return answer;
    }
}
