package io.tollgate.server.explain;

import io.tollgate.dataplane.explain.ExplainedMessage;
import io.tollgate.dataplane.explain.ExplainedStep;
import java.util.List;

/**
 * An explained call, as it is sent.
 *
 * @param requestId the id that log lines carry
 * @param micros how long it took, the answer's body included
 * @param steps every step that began, in that order
 * @param answer what the client would have got
 */
record ExplainView(String requestId, long micros, List<ExplainedStep> steps, ExplainedMessage answer) {

    /** Copies the list. */
    ExplainView {
        steps = List.copyOf(steps);
    }
}
