package io.tollgate.server.live;

import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.store.PlanRevision;
import io.tollgate.controlplane.usageplan.UsagePlans;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.ChangeListener;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.dataplane.plan.LivePlans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the keys and plans of this node as the database has them. What is changed through this node is read again at once;
 * what others changed is seen by a revision number that the clock compares.
 */
@ApplicationScoped
public class PlanFeed implements ChangeListener {
    private static final Logger LOG = LoggerFactory.getLogger(PlanFeed.class);

    private final Transactions transactions;
    private final ApiKeys keys;
    private final KeySource source;
    private final UsagePlans plans;
    private final PlanRevision revision;
    private final LivePlans live;
    private final Clock clock;
    private long serving = -1;

    /** A feed from this database to these live plans. */
    @Inject
    public PlanFeed(
            Transactions transactions,
            ApiKeys keys,
            KeySource source,
            UsagePlans plans,
            PlanRevision revision,
            LivePlans live,
            Clock clock) {
        this.clock = clock;
        this.transactions = transactions;
        this.keys = keys;
        this.source = source;
        this.plans = plans;
        this.revision = revision;
        this.live = live;
    }

    @Override
    public synchronized void changed(Change change) {
        try {
            switch (change) {
                case Change.OfApi api -> {}
                case Change.CacheFlush flush -> {}
                case Change.OfKey key -> readKey(key.keyId());
                case Change.OfPlan plan -> readPlan(plan.planId());
            }
        } catch (RuntimeException failed) {
            LOG.error("{} could not be brought up to date; the next poll tries again", change, failed);
        }
    }

    private void readKey(String keyId) {
        transactions.run(() -> source.key(keyId)).ifPresentOrElse(live::put, () -> live.removeKey(keyId));
    }

    private void readPlan(String planId) {
        transactions
                .run(() -> plans.find(planId))
                .ifPresentOrElse(plan -> live.put(new LivePlan(plan)), () -> live.removePlan(planId));
    }

    /** Reads all keys and plans if the database's revision is another than the one served. */
    public synchronized void refresh() {
        long current = transactions.run(revision::current);
        if (current == serving) {
            return;
        }
        List<LivePlan> allPlans =
                transactions.run(() -> plans.all().stream().map(LivePlan::new).toList());
        live.replaceAll(transactions.run(source::keys), allPlans);
        serving = current;
    }

    /** Forgets values of keys that a rotation has replaced and whose time is over. */
    public void removeRetiredValues() {
        transactions.run(() -> {
            keys.removeRetiredValues(clock.millis());
            return keys;
        });
    }
}
