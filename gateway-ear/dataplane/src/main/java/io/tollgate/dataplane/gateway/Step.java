package io.tollgate.dataplane.gateway;

import java.util.concurrent.CompletionStage;

/** One thing that happens to a call. Compiled when a stage goes live; thread-safe. */
public sealed interface Step {

    /** The name in traces and in the golden test of the order, for example {@code integrate}. */
    String name();

    /** A step that ends before it returns. */
    record Now(String name, Action action) implements Step {}

    /** A step that may wait. */
    record Later(String name, WaitingAction action) implements Step {}

    /** What a synchronous step does. */
    @FunctionalInterface
    interface Action {
        /** Changes the call; says whether it goes on. */
        Outcome apply(Call call);
    }

    /** What a waiting step does. */
    @FunctionalInterface
    interface WaitingAction {
        /** Changes the call; the stage says whether it goes on. */
        CompletionStage<Outcome> apply(Call call);
    }
}
