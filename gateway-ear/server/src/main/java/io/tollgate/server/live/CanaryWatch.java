package io.tollgate.server.live;

import io.tollgate.controlplane.canary.CanaryCalls;
import io.tollgate.controlplane.canary.CanaryRollback;
import io.tollgate.controlplane.stage.StageVersion;
import io.tollgate.controlplane.wire.Dispatcher;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.live.SideCounts;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.stage.CallTally;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.RollbackRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds what this node has counted of canaries to what the other nodes have, judges them by the sum, and rolls back those
 * that are worse than their rule allows. Every node judges; whoever is first does it. Works for stages with such a rule
 * only. Used by one thread.
 */
@ApplicationScoped
public class CanaryWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CanaryWatch.class);

    private final Transactions transactions;
    private final CanaryCalls calls;
    private final Dispatcher dispatcher;
    private final LiveStages live;
    private final Clock clock;
    private final String nodeId = UUID.randomUUID().toString();

    /** A watch over these live stages. */
    @Inject
    public CanaryWatch(
            Transactions transactions, CanaryCalls calls, Dispatcher dispatcher, LiveStages live, Clock clock) {
        this.transactions = transactions;
        this.calls = calls;
        this.dispatcher = dispatcher;
        this.live = live;
        this.clock = clock;
    }

    /** Looks at all stages once. */
    public void look() {
        for (LiveStage stage : live.all()) {
            SideCounts counts = stage.counts();
            RollbackRule rule = stage.document().options().canaryRollback();
            if (counts != null && rule != null) {
                LiveStageDocument document = stage.document();
                look(
                        new StageVersion(stage.apiId(), stage.name(), document.version(), document.cacheGeneration()),
                        counts,
                        rule);
            }
        }
    }

    private void look(StageVersion stage, SideCounts counts, RollbackRule rule) {
        Instant now = clock.instant();
        CallTally base = counts.drain(false);
        CallTally canary = counts.drain(true);
        Optional<String> verdict = transactions.run(() -> {
            add(stage, false, now, base);
            add(stage, true, now, canary);
            calls.forgetOld(now);
            Instant since = now.minus(rule.window());
            return rule.verdict(calls.since(stage, false, since), calls.since(stage, true, since));
        });
        verdict.ifPresent(reason -> rollBack(stage, reason));
    }

    private void add(StageVersion stage, boolean ofCanary, Instant now, CallTally counted) {
        if (counted.calls() > 0) {
            calls.add(stage, ofCanary, nodeId, now, counted);
        }
    }

    private void rollBack(StageVersion stage, String reason) {
        try {
            dispatcher.run(CanaryRollback.request(stage, reason));
            LOG.warn("the canary of stage {} of API {} was rolled back: {}", stage.name(), stage.apiId(), reason);
        } catch (ConflictException changed) {
            LOG.info(
                    "the canary of stage {} of API {} is not rolled back: {}",
                    stage.name(),
                    stage.apiId(),
                    changed.text());
        }
    }
}
