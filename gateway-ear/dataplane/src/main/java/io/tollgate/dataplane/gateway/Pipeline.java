package io.tollgate.dataplane.gateway;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The steps of one method in order. Immutable; shared by all its calls. */
public final class Pipeline {
    private static final CompletionStage<Outcome> WENT_THROUGH =
            CompletableFuture.completedFuture(Outcome.Progress.GO_ON);

    private final Step[] steps;

    /** A pipeline of these steps. */
    public Pipeline(List<Step> steps) {
        this.steps = steps.toArray(Step[]::new);
    }

    /** The names of the steps in order. */
    public List<String> names() {
        return List.of(steps).stream().map(Step::name).toList();
    }

    /**
     * Walks the call through the steps until one ends it. The stage fails only if a step threw. Steps after one that
     * waited run on the thread that completed it.
     */
    public CompletionStage<Outcome> run(Call call) {
        return runFrom(call, 0);
    }

    private CompletionStage<Outcome> runFrom(Call call, int first) {
        for (int i = first; i < steps.length; i++) {
            CompletableFuture<Outcome> waiting = null;
            Outcome outcome = Outcome.Progress.GO_ON;
            long began = call.trace().begin(steps[i].name(), call);
            switch (steps[i]) {
                case Step.Now now -> outcome = now.action().apply(call);
                case Step.Later later -> {
                    waiting = later.action().apply(call).toCompletableFuture();
                    outcome = waiting.isDone() ? join(waiting) : outcome;
                }
            }
            if (waiting != null && !waiting.isDone()) {
                return resume(call, i, began, waiting);
            }
            call.trace().end(steps[i].name(), began, outcome, call);
            if (outcome != Outcome.Progress.GO_ON) {
                return CompletableFuture.completedFuture(outcome);
            }
        }
        return WENT_THROUGH;
    }

    private CompletionStage<Outcome> resume(Call call, int index, long began, CompletableFuture<Outcome> waiting) {
        return waiting.thenCompose(outcome -> {
            call.trace().end(steps[index].name(), began, outcome, call);
            return outcome == Outcome.Progress.GO_ON
                    ? runFrom(call, index + 1)
                    : CompletableFuture.completedFuture(outcome);
        });
    }

    private static Outcome join(CompletableFuture<Outcome> done) {
        try {
            return done.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
