package io.tollgate.server.live;

import io.tollgate.controlplane.apikey.ApiKeys;
import io.tollgate.controlplane.store.PlanRevision;
import io.tollgate.controlplane.usageplan.UsagePlans;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.ChangeListener;
import io.tollgate.controlplane.wire.Transactions;
import io.tollgate.dataplane.plan.LiveKey;
import io.tollgate.dataplane.plan.LivePlan;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.model.plan.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
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
    private final UsagePlans plans;
    private final PlanRevision revision;
    private final LivePlans live;
    private long serving = -1;

    /** A feed from this database to these live plans. */
    @Inject
    public PlanFeed(Transactions transactions, ApiKeys keys, UsagePlans plans, PlanRevision revision, LivePlans live) {
        this.transactions = transactions;
        this.keys = keys;
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
        Optional<LiveKey> key = transactions.run(() -> keys.find(keyId).flatMap(this::load));
        key.ifPresentOrElse(live::put, () -> live.removeKey(keyId));
    }

    private void readPlan(String planId) {
        transactions
                .run(() -> plans.find(planId))
                .ifPresentOrElse(plan -> live.put(new LivePlan(plan)), () -> live.removePlan(planId));
    }

    private Optional<LiveKey> load(ApiKey key) {
        return keys.hash(key.id()).map(hash -> new LiveKey(key.id(), hash, key.enabled(), plans.plansOf(key.id())));
    }

    /** Reads all keys and plans if the database's revision is another than the one served. */
    public synchronized void refresh() {
        long current = transactions.run(revision::current);
        if (current == serving) {
            return;
        }
        List<LivePlan> allPlans =
                transactions.run(() -> plans.all().stream().map(LivePlan::new).toList());
        List<LiveKey> allKeys = transactions.run(
                () -> keys.all().stream().flatMap(key -> load(key).stream()).toList());
        live.replaceAll(allKeys, allPlans);
        serving = current;
    }
}
