package io.tollgate.server.live;

import io.tollgate.controlplane.wire.ChangeListener;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.plugin.Plugins;
import io.tollgate.server.config.GatewaySettings;
import io.tollgate.server.config.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done again and again while the gateway runs: what is live follows the database and the plugin folders, and what was
 * counted goes to the database. One thread does it all; whatever fails is tried again.
 */
@ApplicationScoped
public class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final GatewaySettings settings;
    private final Plugins plugins;
    private final StageFeed stages;
    private final PlanFeed keysAndPlans;
    private final UsageFlow usage;
    private final CanaryWatch canaries;
    private final LivePlans plans;
    private final Changes changes;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Threads.named("tollgate-upkeep"));

    /** Looks after these. */
    @Inject
    public Upkeep(
            GatewaySettings settings,
            Plugins plugins,
            StageFeed stages,
            PlanFeed keysAndPlans,
            UsageFlow usage,
            CanaryWatch canaries,
            LivePlans plans,
            Changes changes) {
        this.settings = settings;
        this.plugins = plugins;
        this.stages = stages;
        this.keysAndPlans = keysAndPlans;
        this.usage = usage;
        this.canaries = canaries;
        this.plans = plans;
        this.changes = changes;
    }

    /** Who follows the database when somebody says that it has changed. */
    public List<ChangeListener> followers() {
        return List.of(stages, keysAndPlans);
    }

    /** Follows the changes of this node from now on. */
    public void listen() {
        followers().forEach(changes::listen);
    }

    /** Makes live what the database has at this moment. */
    public void catchUp() {
        stages.refresh();
        keysAndPlans.refresh();
    }

    /** Begins to do its work by the clock. */
    public void begin() {
        every(settings.stagePollSeconds(), "compare stages", stages::refresh);
        every(settings.stagePollSeconds(), "compare keys and plans", keysAndPlans::refresh);
        every(15, "remove retired key values", keysAndPlans::removeRetiredValues);
        every(1, "look at plugins", this::rescan);
        every(2, "write usage", () -> usage.flush(plans));
        every(2, "judge canaries", canaries::look);
        every(5, "give idle quota back", () -> plans.giveBackQuota(false));
    }

    private void rescan() {
        if (plugins.rescan()) {
            stages.recompile();
        }
    }

    private void every(int seconds, String what, Runnable work) {
        var unused = clockwork.scheduleWithFixedDelay(() -> quietly(what, work), seconds, seconds, TimeUnit.SECONDS);
    }

    private static void quietly(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("cannot {}; trying again", what, failed);
        }
    }

    /** Ends; what was counted and leased is written to the database. */
    public void end() {
        clockwork.shutdownNow();
        quietly("write usage", () -> usage.flush(plans));
        quietly("give quota back", () -> plans.giveBackQuota(true));
    }
}
