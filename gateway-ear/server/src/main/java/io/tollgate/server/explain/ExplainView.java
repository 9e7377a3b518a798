package io.tollgate.server.explain;

import io.tollgate.dataplane.explain.ExplainedMessage;
import io.tollgate.dataplane.explain.ExplainedSide;
import io.tollgate.dataplane.explain.ExplainedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explained call, as it is sent.
 *
 * @param requestId the id that log lines carry
 * @param micros how long it took, the answer's body included
 * @param canary which side of a stage with a canary served it, and why; null if the stage has none
 * @param steps every step that began, in that order
 * @param answer what the client would have got
 */
record ExplainView(
        String requestId,
        long micros,
        @Nullable ExplainedSide canary,
        List<ExplainedStep> steps,
        ExplainedMessage answer) {

    /** Copies the list. */
    ExplainView {
        steps = List.copyOf(steps);
    }
}
