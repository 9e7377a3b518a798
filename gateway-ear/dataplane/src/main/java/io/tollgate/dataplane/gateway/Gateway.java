package io.tollgate.dataplane.gateway;

import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.live.LiveMethod;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.live.LiveTest;
import io.tollgate.dataplane.live.Side;
import io.tollgate.dataplane.live.SideCounts;
import io.tollgate.dataplane.log.ExecutionLog;
import io.tollgate.dataplane.route.RouteMatch;
import io.tollgate.spi.http.Body;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of one call: arrive, find the stage, find the method, walk the method's pipeline, answer. What a pipeline
 * holds, in AWS's order, stands in {@link io.tollgate.dataplane.live.StageCompiler}. Thread-safe; never blocks.
 */
public final class Gateway {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private static final long LARGEST = 10_485_760;

    private final LiveStages stages;
    private final RequestIds ids;
    private final Supplier<RandomGenerator> random;
    private final InstantSource clock;

    /** A gateway for these stages; time and randomness are given. */
    public Gateway(LiveStages stages, Supplier<RandomGenerator> random, InstantSource clock) {
        this.stages = stages;
        this.ids = new RequestIds(random);
        this.random = random;
        this.clock = clock;
    }

    /** Whether a request is addressed to an API, by its host or by its path, rather than to the gateway itself. */
    public boolean isForApi(String host, String rawPath) {
        return Address.of(host, rawPath) != null;
    }

    /**
     * Answers one call. The stage never fails: whatever goes wrong is an answer with a request id. It completes on the
     * thread that accepted the request, or on the one that brought the backend's answer.
     */
    public CompletionStage<Answer> handle(Incoming incoming) {
        return handle(incoming, Trace.NONE);
    }

    /** Answers one call as {@link #handle(Incoming)} does while a watcher looks on; routing is its first step. */
    public CompletionStage<Answer> handle(Incoming incoming, Trace watcher) {
        Address address = Address.of(incoming.host(), incoming.rawPath());
        if (address != null && HealthPaths.contains(address.path())) {
            incoming.body().discard();
            return CompletableFuture.completedFuture(HealthPaths.healthy());
        }
        Call call = new Call(incoming, ids, clock.millis(), System.nanoTime());
        call.watch(watcher);
        return handle(call, address);
    }

    private CompletionStage<Answer> handle(Call call, @Nullable Address address) {
        CompletionStage<Outcome> ending;
        try {
            EntryHeaders.drop(call.headers());
            long began = call.trace().begin("route", call);
            Outcome found = find(call, address);
            call.trace().end("route", began, found, call);
            ending = found == Outcome.Progress.GO_ON
                    ? call.requireMethod().pipeline().run(call)
                    : CompletableFuture.completedFuture(found);
        } catch (RuntimeException unexpected) {
            ending = CompletableFuture.failedFuture(unexpected);
        }
        return answered(call, ending);
    }

    /** Turns the end of a call into its answer, and lets go of its stage. */
    private CompletionStage<Answer> answered(Call call, CompletionStage<Outcome> ending) {
        LiveStage stage = call.liveStage();
        Compression compression =
                stage == null ? null : stage.deployment(call.canary()).compression();
        if (compression == null) {
            return ending.handle((outcome, failure) -> answer(call, outcome, failure));
        }
        return ending.handle((outcome, failure) -> answer(call, outcome, failure))
                .thenCompose(answer -> compression.compressed(call, answer))
                .exceptionally(failure -> StandardHeaders.on(call, ended(call, null, failure)));
    }

    /**
     * Runs one method for a test call: no stage, no authorization, no key, no throttle. The answer has only the fields that
     * the method gives it; the log has AWS's lines when the answer is there.
     */
    public CompletionStage<Answer> test(LiveTest test, Incoming incoming, byte[] body, ExecutionLog log) {
        Call call = new Call(incoming, ids, clock.millis(), System.nanoTime());
        call.tested();
        test.stage().enter();
        call.addressed(test.stage(), incoming.rawPath(), incoming.rawPath(), Side.BASE);
        RouteMatch<LiveMethod> match =
                test.stage().deployment(false).router().match(incoming.rawPath(), incoming.method());
        call.routed(test.method(), match == null ? Map.of() : match.pathParameters());
        log.started(call, body);
        return test.method()
                .pipeline()
                .run(call)
                .handle((outcome, failure) -> ended(call, outcome, failure))
                .thenCompose(answer -> answer.body().read(LARGEST).thenApply(bytes -> {
                    StandardHeaders.contentType(answer);
                    log.ended(call, answer, bytes);
                    return new Answer(answer.status(), answer.headers(), Body.of(bytes));
                }))
                .whenComplete((answer, failure) -> test.stage().leave());
    }

    private Outcome find(Call call, @Nullable Address address) {
        LiveStage stage = address == null ? null : stages.enter(address.apiId(), address.stage());
        if (address == null || stage == null) {
            return forbidden("no such API or stage is live here");
        }
        call.addressed(stage, address.path(), address.resourcePath(), stage.side(call.headers(), random));
        if (stage.isEdge()) {
            EdgeHeaders.normalise(call.headers());
        }
        if (stage.restApi(call.canary()).disableExecuteApiEndpoint()) {
            return forbidden("the default endpoint is disabled");
        }
        RouteMatch<LiveMethod> match =
                stage.deployment(call.canary()).router().match(call.resourceRequestPath(), call.method());
        if (match == null) {
            return Rejection.of(GatewayResponseType.MISSING_AUTHENTICATION_TOKEN, "no method matches");
        }
        call.routed(match.target(), match.pathParameters());
        return Outcome.Progress.GO_ON;
    }

    private static Rejection forbidden(String reason) {
        return Rejection.of(GatewayResponseType.WAF_FILTERED, "Forbidden", reason);
    }

    private Answer answer(Call call, @Nullable Outcome outcome, @Nullable Throwable failure) {
        LiveStage stage = call.liveStage();
        Answer answer = null;
        try {
            answer = StandardHeaders.on(call, ended(call, outcome, failure));
            SideCounts counts = stage == null ? null : stage.counts();
            if (counts != null) {
                long micros = (System.nanoTime() - call.arrivedNanos()) / 1_000;
                counts.add(call.side(), answer.status(), call.integrationNanos() >= 0, micros);
            }
        } finally {
            if (stage != null) {
                stage.leave();
            }
            if (call.permit() != null && answer == null) {
                call.permit().close();
            }
        }
        return call.permit() == null ? answer : inProgress(answer, call.permit());
    }

    /** An answer whose call is over now if all of it is here, else with its body. */
    private static Answer inProgress(Answer answer, Concurrency.Permit permit) {
        if (answer.body() instanceof Body.BytesBody) {
            permit.close();
            return answer;
        }
        return new Answer(answer.status(), answer.headers(), answer.body().onEnd(permit::close));
    }

    private static Answer ended(Call call, @Nullable Outcome outcome, @Nullable Throwable failure) {
        Answer answer = call.answer();
        if (failure == null && !(outcome instanceof Rejection) && answer != null) {
            return answer;
        }
        Rejection rejection = outcome instanceof Rejection known ? known : broken(call, failure);
        call.rejected(rejection);
        call.body().discard();
        LiveStage stage = call.liveStage();
        GatewayResponses responses = stage == null
                ? GatewayResponses.UNCUSTOMISED
                : stage.deployment(call.canary()).gatewayResponses();
        return responses.answer(call, rejection);
    }

    private static Rejection broken(Call call, @Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        LOG.error("request {} failed unexpectedly", call.requestId(), cause);
        return Rejection.of(GatewayResponseType.API_CONFIGURATION_ERROR, "unexpected failure");
    }
}
