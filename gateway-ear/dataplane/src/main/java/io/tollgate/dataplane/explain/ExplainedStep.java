package io.tollgate.dataplane.explain;

import org.jspecify.annotations.Nullable;

/**
 * One step of an explained call.
 *
 * @param name the step's name in its pipeline
 * @param depth 0 for a step of the method, 1 for a step inside such a step, and so on
 * @param micros how long it took, waiting included
 * @param verdict what it decided
 * @param type the gateway response type of a refusal, else null
 * @param reason why it refused, or how it failed; else null
 * @param in what it was given
 * @param out what it left
 */
public record ExplainedStep(
        String name,
        int depth,
        long micros,
        Verdict verdict,
        @Nullable String type,
        @Nullable String reason,
        ExplainedMessage in,
        ExplainedMessage out) {

    /** What a step decided. */
    public enum Verdict {
        /** The next step followed. */
        WENT_ON,
        /** The answer was complete: the remaining steps were left out. */
        ANSWERED,
        /** The call was refused. */
        REFUSED,
        /** The step broke; the log has the cause. */
        FAILED
    }
}
