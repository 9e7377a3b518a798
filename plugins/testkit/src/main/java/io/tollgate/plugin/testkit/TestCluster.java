package io.tollgate.plugin.testkit;

import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * A cluster whose nodes are names in one process: questions are answered on the thread that asks. Nodes can be cut off and
 * can go. Thread-safe.
 */
public final class TestCluster {
    private final Set<String> nodes = new ConcurrentSkipListSet<>();
    private final Set<String> silent = new ConcurrentSkipListSet<>();
    private final Map<String, Map<String, PeerListener>> listeners = new ConcurrentSkipListMap<>();

    /** A cluster of these nodes. */
    public TestCluster(String... names) {
        nodes.addAll(List.of(names));
    }

    /** Joins a node's listener of this name. */
    public Peers join(String node, String name, PeerListener listener) {
        listeners.computeIfAbsent(name, any -> new ConcurrentSkipListMap<>()).put(node, listener);
        return new Joined(node, name, listener);
    }

    /** A node answers nothing any more, and its questions are not answered; the others do not know why. */
    public void silence(String node) {
        silent.add(node);
    }

    /** A silent node answers again. */
    public void wake(String node) {
        silent.remove(node);
    }

    /** A node is gone, and the others are told. */
    public void leave(String node) {
        nodes.remove(node);
        Collection<PeerListener> told = new ArrayList<>();
        listeners.values().forEach(named -> {
            named.remove(node);
            told.addAll(named.values());
        });
        told.forEach(listener -> listener.left(node));
    }

    /** The node that keys of this name belong to; what {@link Peers#nodeOf} says. */
    public String nodeOf(String key) {
        TreeMap<Integer, String> ranked = new TreeMap<>();
        nodes.forEach(node -> ranked.put((node + "\n" + key).hashCode() * 0x9E3779B9, node));
        return ranked.lastEntry().getValue();
    }

    private final class Joined implements Peers {
        private final String node;
        private final String name;
        private final PeerListener listener;

        Joined(String node, String name, PeerListener listener) {
            this.node = node;
            this.name = name;
            this.listener = listener;
        }

        @Override
        public String self() {
            return node;
        }

        @Override
        public Set<String> others() {
            Set<String> others = new TreeSet<>(nodes);
            others.remove(node);
            return others;
        }

        @Override
        public String nodeOf(String key) {
            return nodes.contains(node) ? TestCluster.this.nodeOf(key) : node;
        }

        @Override
        public CompletionStage<byte[]> ask(String other, byte[] question, Duration patience) {
            @Nullable PeerListener asked = listeners.getOrDefault(name, Map.of()).get(other);
            boolean reachable = nodes.contains(other) && !silent.contains(other) && !silent.contains(node);
            return asked == null || !reachable
                    ? CompletableFuture.failedFuture(new IllegalStateException(other + " does not answer"))
                    : CompletableFuture.completedFuture(asked.asked(node, question.clone()));
        }

        @Override
        public void close() {
            listeners.getOrDefault(name, Map.of()).remove(node, listener);
        }
    }
}
