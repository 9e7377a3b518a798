package io.tollgate.dataplane.explain;

import io.tollgate.dataplane.explain.ExplainedStep.Verdict;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Call;
import io.tollgate.dataplane.gateway.Outcome;
import io.tollgate.dataplane.gateway.Rejection;
import io.tollgate.dataplane.gateway.Trace;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one call through the pipeline that all calls walk, and tells afterwards what each step was given, what it left,
 * how long it took and why it refused. Secrets are masked in all of it. For one call; one thread at a time.
 */
public final class Explanation implements Trace {

    /** A step that has begun; its place in the list is kept. */
    private static final class Watched {
        private final String name;
        private final int depth;
        private final long began;
        private final Message in;
        private Message out;
        private @Nullable Outcome outcome;
        private long nanos;

        private Watched(String name, int depth, long began, Message in) {
            this.name = name;
            this.depth = depth;
            this.began = began;
            this.in = in;
            this.out = in;
        }
    }

    private final LongSupplier nanos;
    private final List<Watched> steps = new ArrayList<>();
    private final Deque<Watched> open = new ArrayDeque<>();
    private @Nullable Call call;
    private @Nullable ExplainedSide side;
    private Secrets sent = Secrets.NONE;

    /** Watches with this monotonic clock. */
    public Explanation(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public long begin(String step, Call watched) {
        if (call == null) {
            call = watched;
            sent = Secrets.sentBy(watched);
        }
        Watched begun = new Watched(step, open.size(), nanos.getAsLong(), Message.of(watched));
        steps.add(begun);
        open.push(begun);
        return begun.began;
    }

    @Override
    public void end(String step, long began, Outcome outcome, Call watched) {
        watchResponse(watched);
        if (steps.size() == 1) {
            side = ExplainedSide.of(watched);
        }
        Watched ended = open.pop();
        ended.nanos = nanos.getAsLong() - began;
        ended.outcome = outcome;
        ended.out = Message.of(watched);
    }

    /** What streams from the backend to the client is seen on its way. */
    private static void watchResponse(Call watched) {
        IntegrationResponse response = watched.integrationResponse();
        if (response != null && BodyStart.of(response.body()) != response.body()) {
            watched.integrated(
                    new IntegrationResponse(
                            response.status(),
                            response.headers(),
                            BodyStart.of(response.body()),
                            response.errorMessage()),
                    watched.integrationNanos());
        }
    }

    /** The steps in the order in which they began; to be asked when the answer's body has been read. */
    public List<ExplainedStep> steps() {
        Secrets secrets = secrets();
        long now = nanos.getAsLong();
        return steps.stream().map(step -> explained(step, secrets, now)).toList();
    }

    /** An answer as it is shown. */
    public ExplainedMessage answer(Answer answer) {
        return secrets().masked(Message.of(answer));
    }

    /** The call's id, as its log lines have it; empty if no step has begun. */
    public String requestId() {
        return call == null ? "" : call.requestId();
    }

    /** The side of the stage that served the call; null if the stage has no canary. */
    public @Nullable ExplainedSide side() {
        return side;
    }

    private Secrets secrets() {
        return call == null ? sent : sent.andFoundBy(call);
    }

    private ExplainedStep explained(Watched step, Secrets secrets, long now) {
        Rejection refused = step.outcome instanceof Rejection rejection ? rejection : null;
        boolean failed = open.contains(step);
        return new ExplainedStep(
                step.name,
                step.depth,
                (failed ? now - step.began : step.nanos) / 1_000,
                failed ? Verdict.FAILED : verdict(step.outcome),
                refused == null ? null : refused.type().name(),
                refused == null ? (failed ? "the step failed unexpectedly" : null) : reason(refused, secrets),
                secrets.masked(step.in),
                secrets.masked(step.out));
    }

    private static Verdict verdict(@Nullable Outcome outcome) {
        if (outcome instanceof Rejection) {
            return Verdict.REFUSED;
        }
        return outcome == Outcome.Progress.ANSWERED ? Verdict.ANSWERED : Verdict.WENT_ON;
    }

    private static String reason(Rejection refused, Secrets secrets) {
        String failing = refused.validationError() == null ? "" : ": " + refused.validationError();
        return secrets.masked(refused.reason() + failing);
    }
}
