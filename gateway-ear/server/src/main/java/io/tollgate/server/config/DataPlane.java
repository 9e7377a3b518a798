package io.tollgate.server.config;

import io.tollgate.controlplane.credential.SecretBox;
import io.tollgate.dataplane.cache.EntrySeal;
import io.tollgate.dataplane.cache.StageCaches;
import io.tollgate.dataplane.gateway.Gateway;
import io.tollgate.dataplane.limit.Concurrency;
import io.tollgate.dataplane.limit.SharedBuckets;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.live.MethodCompiler;
import io.tollgate.dataplane.live.StageCompiler;
import io.tollgate.dataplane.plan.LivePlans;
import io.tollgate.dataplane.plugin.PluginOffers;
import io.tollgate.dataplane.plugin.Plugins;
import io.tollgate.server.cluster.Cluster;
import io.tollgate.server.live.UsageFlow;
import io.tollgate.transport.EventLoops;
import io.tollgate.transport.UpstreamSettings;
import io.tollgate.transport.VertxUpstream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/** The data plane's objects, made once. */
@ApplicationScoped
public class DataPlane {

    /** The event loops of all sockets of ours. */
    @Produces
    @Singleton
    EventLoops eventLoops() {
        return EventLoops.forThisMachine();
    }

    void stop(@Disposes EventLoops loops) {
        loops.close();
    }

    /** The outgoing client. */
    @Produces
    @Singleton
    VertxUpstream upstream(EventLoops loops) {
        return new VertxUpstream(loops, UpstreamSettings.DEFAULTS);
    }

    void stop(@Disposes VertxUpstream upstream) {
        upstream.close();
    }

    /** The plugins; folders are named at start. */
    @Produces
    @Singleton
    Plugins plugins(VertxUpstream upstream, Cluster cluster) {
        return new Plugins(new PluginOffers(upstream, Configuration::value, cluster.peers()));
    }

    /** The live stages. */
    @Produces
    @Singleton
    LiveStages liveStages() {
        return new LiveStages();
    }

    /** The keys and usage plans. */
    @Produces
    @Singleton
    LivePlans livePlans(SecretBox box, UsageFlow usage, Clock clock, Cluster cluster) {
        return new LivePlans(
                box.hash()::of, usage, Executors.newVirtualThreadPerTaskExecutor(), clock, cluster.buckets());
    }

    /** The compiler of stages; plugins that block run on virtual threads. */
    @Produces
    @Singleton
    StageCompiler stageCompiler(
            Plugins plugins,
            LivePlans plans,
            StageCaches caches,
            GatewaySettings settings,
            SecretBox box,
            Cluster cluster) {
        int atOnce = settings.accountConcurrencyLimit();
        SharedBuckets buckets = new SharedBuckets(
                settings.accountRateLimit(),
                settings.accountBurstLimit(),
                atOnce == 0 ? null : new Concurrency(atOnce, cluster::size),
                cluster.buckets());
        MethodCompiler methods =
                new MethodCompiler(plugins, plans, buckets, Executors.newVirtualThreadPerTaskExecutor());
        // Nobody is authenticated on calls of APIs yet, so nobody has the right to refresh cached answers.
        return new StageCompiler(methods, caches, call -> false, new EntrySeal(box.keyFor("cached answers")));
    }

    /** The caches of the stages. */
    @Produces
    @Singleton
    StageCaches stageCaches(Plugins plugins, GatewaySettings settings) {
        return new StageCaches(definition -> plugins.cache(settings.cacheKind(), definition));
    }

    /** The gateway. */
    @Produces
    @Singleton
    Gateway gateway(LiveStages stages, Clock clock) {
        return new Gateway(stages, ThreadLocalRandom::current, clock);
    }
}
