package io.tollgate.dataplane.gateway;

/** What a step decided: go on, or end the call. */
public sealed interface Outcome permits Outcome.Progress, Rejection {

    /** The outcomes that carry nothing. */
    enum Progress implements Outcome {
        /** The next step follows. */
        GO_ON,
        /** The answer is complete: the remaining steps are left out. */
        ANSWERED
    }
}
