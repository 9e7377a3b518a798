package io.tollgate.server.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import io.tollgate.dataplane.plugin.PluginOffers;
import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The other nodes as plugins see them. A member of the grid counts when it has said hello: its gateway is up then. Questions go
 * to the listener of the same name. Thread-safe; nothing blocks but {@link #start}.
 */
final class GridPeers implements PluginOffers.Cluster, MembershipListener {
    private static final String NAME = "tollgate.peers";

    private static final Logger LOG = LoggerFactory.getLogger(GridPeers.class);

    private final HazelcastInstance grid;
    private final PeerMail mail;
    private final ITopic<String> greetings;
    private final Silence silence;
    private final Executor work = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, PeerListener> listeners = new ConcurrentHashMap<>();
    private final Map<String, Member> others = new ConcurrentHashMap<>();
    private final List<Runnable> unlisten = new CopyOnWriteArrayList<>();
    /** Messages overtake each other: a good-bye is for good, so it names the start that it ends. */
    private final String start = UUID.randomUUID().toString();

    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final Object voice = new Object();
    private boolean saidGoodBye;
    private volatile String self;
    private volatile NodeRing ring;

    /** This node alone, until {@link #start}. */
    GridPeers(HazelcastInstance grid) {
        this(grid, System::nanoTime);
    }

    /** This node alone; the clock counts nanoseconds. */
    GridPeers(HazelcastInstance grid, LongSupplier clock) {
        this.grid = grid;
        this.silence = new Silence(clock);
        this.mail = new PeerMail(grid, NAME, this::answer);
        this.greetings = grid.getTopic(NAME);
        this.self = name(grid.getCluster().getLocalMember());
        this.ring = new NodeRing(List.of(self));
    }

    /** What a member is called. */
    static String name(Member member) {
        return member.getUuid().toString();
    }

    /** Says hello, and hears who does. */
    void start() {
        UUID members = grid.getCluster().addMembershipListener(this);
        UUID life = grid.getLifecycleService().addLifecycleListener(event -> {
            if (event.getState() == LifecycleEvent.LifecycleState.MERGED) {
                merged();
            }
        });
        unlisten.add(mail.read(self));
        UUID heard = greetings.addMessageListener(this::greeted);
        unlisten.add(() -> grid.getCluster().removeMembershipListener(members));
        unlisten.add(() -> grid.getLifecycleService().removeLifecycleListener(life));
        unlisten.add(() -> greetings.removeMessageListener(heard));
        greet("hello");
    }

    /** Says good-bye; nothing is answered any more. */
    void stop() {
        greet("bye");
        listeners.clear();
        try {
            unlisten.forEach(Runnable::run);
        } catch (RuntimeException ended) {
            LOG.debug("the grid has ended before", ended);
        }
    }

    /** Nothing follows a good-bye: the grid's threads may still be at work, and who heard them would count a node too many. */
    private void greet(String greeting) {
        synchronized (voice) {
            if (saidGoodBye) {
                return;
            }
            saidGoodBye = greeting.equals("bye");
            try {
                var unused = greetings.publishAsync(greeting + " " + start);
            } catch (RuntimeException unreachable) {
                LOG.warn("cannot say {} to the other nodes: {}", greeting, unreachable.toString());
            }
        }
    }

    private void greeted(Message<String> message) {
        Member member = message.getPublishingMember();
        if (member == null || member.localMember()) {
            return;
        }
        String[] greeting = message.getMessageObject().split(" ", 2);
        if (greeting[0].equals("bye")) {
            ended.add(greeting[1]);
            gone(member);
        } else if (!ended.contains(greeting[1]) && others.put(name(member), member) == null) {
            arrange();
            greet("hello");
        }
    }

    @Override
    public void memberAdded(MembershipEvent event) {
        greet("hello");
    }

    @Override
    public void memberRemoved(MembershipEvent event) {
        gone(event.getMember());
    }

    private void gone(Member member) {
        String node = name(member);
        if (others.remove(node) != null) {
            arrange();
            silence.forget(node);
            mail.gone(node);
            if (others.isEmpty()) {
                LOG.warn("no other node is in reach: what nodes share is this node's own until there is one");
            }
            listeners.values().forEach(listener -> listener.left(node));
        }
    }

    /** Nodes that had lost each other have met again; this one may have a new name. */
    private void merged() {
        String renamed = name(grid.getCluster().getLocalMember());
        if (!renamed.equals(self)) {
            self = renamed;
            unlisten.add(mail.read(renamed));
        }
        Set<Member> members = new HashSet<>(grid.getCluster().getMembers());
        others.values().stream().filter(member -> !members.contains(member)).forEach(this::gone);
        arrange();
        greet("hello");
    }

    private synchronized void arrange() {
        Set<String> nodes = new HashSet<>(others.keySet());
        nodes.add(self);
        ring = new NodeRing(nodes);
    }

    @Override
    public Optional<Peers> join(String name, PeerListener listener) {
        listeners.put(name, listener);
        return Optional.of(new Group(name, listener));
    }

    private byte @Nullable [] answer(String name, String from, byte[] question) {
        PeerListener listener = listeners.get(name);
        return listener == null ? null : listener.asked(from, question);
    }

    private CompletionStage<byte[]> ask(String name, String node, byte[] question, Duration patience) {
        if (!others.containsKey(node) || silence.covers(node)) {
            return CompletableFuture.failedFuture(new IllegalStateException("node " + node + " cannot be asked"));
        }
        return mail.ask(node, name, question, patience)
                .whenCompleteAsync((bytes, failure) -> silence.answered(node, failure), work);
    }

    /** The peers of one listener. */
    private final class Group implements Peers {
        private final String name;
        private final PeerListener listener;

        Group(String name, PeerListener listener) {
            this.name = name;
            this.listener = listener;
        }

        @Override
        public String self() {
            return self;
        }

        @Override
        public Set<String> others() {
            return Set.copyOf(others.keySet());
        }

        @Override
        public String nodeOf(String key) {
            return ring.nodeOf(key);
        }

        @Override
        public CompletionStage<byte[]> ask(String node, byte[] question, Duration patience) {
            return GridPeers.this.ask(name, node, question, patience);
        }

        @Override
        public void close() {
            listeners.remove(name, listener);
        }
    }
}
