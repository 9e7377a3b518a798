package io.tollgate.server.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import io.tollgate.controlplane.wire.ChangeListener;
import io.tollgate.controlplane.wire.Changes;
import io.tollgate.dataplane.lease.Leases;
import io.tollgate.dataplane.limit.Buckets;
import io.tollgate.dataplane.live.LiveStage;
import io.tollgate.dataplane.live.LiveStages;
import io.tollgate.dataplane.plugin.PluginOffers;
import io.tollgate.server.config.GatewaySettings;
import io.tollgate.server.config.Threads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This node among the others; if there are no others configured, just this node. Thread-safe. */
@ApplicationScoped
public class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final long BEAT_MILLIS = 500;

    private final GatewaySettings settings;
    private final NodeRegister register;
    private final LiveStages stages;
    private final Changes changes;
    private final @Nullable HazelcastInstance grid;
    private final @Nullable Leases leases;
    private final LeaseLoop loop = new LeaseLoop();
    private final Buckets buckets;
    private final @Nullable GridPeers peers;
    private final String id = UUID.randomUUID().toString();
    private final Instant startedAt;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(Threads.named("tollgate-heart"));
    private final ExecutorService hints = Executors.newSingleThreadExecutor(Threads.named("tollgate-hints"));
    private volatile Census census = Census.ALONE;
    private Map<String, Boolean> alive = Map.of();

    /** Finds Payara's Hazelcast if a cluster is configured. */
    @Inject
    public Cluster(
            GatewaySettings settings,
            NodeRegister register,
            LiveStages stages,
            Changes changes,
            Clock clock,
            Instance<HazelcastInstance> payaras) {
        this.settings = settings;
        this.register = register;
        this.stages = stages;
        this.changes = changes;
        this.startedAt = clock.instant();
        this.grid = settings.inCluster() ? payarasGrid(payaras) : null;
        this.peers = grid == null ? null : new GridPeers(grid);
        if (grid == null) {
            leases = null;
            buckets = Buckets.ofThisNode(System::nanoTime);
        } else {
            look(grid, Map.of());
            leases = new Leases(new GridOwners(grid, () -> census.view()), System::nanoTime, loop::wake);
            loop.start(leases);
            buckets = leases;
        }
    }

    private static HazelcastInstance payarasGrid(Instance<HazelcastInstance> payaras) {
        HazelcastInstance found = payaras.isResolvable() ? payaras.get() : null;
        if (found == null) {
            throw new IllegalStateException(
                    "bad configuration: tollgate.cluster.members is set, but Payara runs without its Hazelcast;"
                            + " start it by the launcher, or with the options that cluster() in .launcher/start.sh names");
        }
        return found;
    }

    /** What makes the buckets of this node. */
    public Buckets buckets() {
        return buckets;
    }

    /** How many nodes there are, as this one sees it; costs nothing. */
    public int size() {
        return census.nodes();
    }

    /** How plugins meet themselves on the other nodes. */
    public PluginOffers.Cluster peers() {
        return peers == null ? PluginOffers.Cluster.NONE : peers;
    }

    /** Begins to tell and to hear of changes, and to give signs of life. */
    public void start(List<ChangeListener> listeners) {
        HazelcastInstance found = grid;
        if (found != null) {
            changes.listen(new ChangeHints(found, listeners, hints));
            if (peers != null) {
                peers.start();
            }
            beat(found);
            var unused =
                    heart.scheduleWithFixedDelay(() -> beat(found), BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
            LOG.info("node {} of a cluster of {}", address(), census.nodes());
        }
    }

    private void beat(HazelcastInstance found) {
        try {
            look(found, alive);
            register.beat(self(), leases != null && leases.hasDrawn());
            alive = register.alive();
            look(found, alive);
        } catch (RuntimeException unreachable) {
            LOG.warn("cannot give a sign of life: {}", unreachable.toString());
        }
    }

    private void look(HazelcastInstance found, Map<String, Boolean> alive) {
        Set<String> inTouch =
                found.getCluster().getMembers().stream().map(Cluster::address).collect(Collectors.toSet());
        census = Census.of(inTouch, alive);
    }

    private String address() {
        return grid == null
                ? settings.expressHost() + ":" + settings.expressPort()
                : address(grid.getCluster().getLocalMember());
    }

    private static String address(Member member) {
        return member.getAddress().getHost() + ":" + member.getAddress().getPort();
    }

    private Node self() {
        Map<String, Long> versions = new TreeMap<>();
        for (LiveStage stage : stages.all()) {
            versions.put(stage.apiId() + ":" + stage.name(), stage.document().version());
        }
        return new Node(id, address(), startedAt, true, versions);
    }

    /** All nodes that are known. Blocks. */
    List<Node> nodes() {
        return grid == null ? List.of(self()) : register.all();
    }

    /** Ends this node's part. */
    public void stop() {
        heart.shutdownNow();
        hints.shutdownNow();
        loop.stop();
        if (peers != null) {
            peers.stop();
        }
        if (grid != null) {
            try {
                register.remove(id);
            } catch (RuntimeException unreachable) {
                LOG.warn("cannot leave the register of nodes: {}", unreachable.toString());
            }
        }
    }
}
