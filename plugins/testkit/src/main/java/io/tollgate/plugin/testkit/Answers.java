package io.tollgate.plugin.testkit;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what a plugin promised, within a bound. */
public final class Answers {
    /** How long a test waits before it calls a plugin stuck. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private Answers() {}

    /** The value of a stage, or its failure. */
    public static <T> T of(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (TimeoutException stuck) {
            throw new AssertionError("no answer within " + PATIENCE, stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for an answer", stopped);
        }
    }
}
