package io.tollgate.dataplane.gateway;

/** Watches a call's steps. The one that all ordinary calls share does nothing. */
public interface Trace {

    /** Watches nothing. */
    Trace NONE = new Trace() {};

    /** Called before a step; what it returns is handed to {@link #end}. */
    default long begin(String step, Call call) {
        return 0;
    }

    /** Called after a step. */
    default void end(String step, long began, Outcome outcome, Call call) {}
}
