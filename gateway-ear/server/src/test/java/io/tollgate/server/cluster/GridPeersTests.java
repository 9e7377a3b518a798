package io.tollgate.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.cluster.Member;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two members of a real grid on loopback. */
class GridPeersTests {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static HazelcastInstance one;
    private static HazelcastInstance other;

    private final AtomicLong nanos = new AtomicLong();
    private final GridPeers first = new GridPeers(one, nanos::get);
    private final GridPeers second = new GridPeers(other, nanos::get);
    private final Echo here = new Echo();
    private final Echo there = new Echo();

    /** Says who asked, and remembers who left. */
    private static class Echo implements PeerListener {
        private final BlockingQueue<String> left = new LinkedBlockingQueue<>();

        @Override
        public byte[] asked(String node, byte[] question) {
            return (new String(question, StandardCharsets.UTF_8) + " from " + node).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void left(String node) {
            left.add(node);
        }
    }

    @BeforeAll
    static void start() {
        one = member(null);
        other = member(
                "127.0.0.1:" + one.getCluster().getLocalMember().getAddress().getPort());
    }

    /** A member at a port that the system gives it, which nobody can take meanwhile; it does not start without the known one. */
    private static HazelcastInstance member(@Nullable String known) {
        Config config = new Config();
        config.setClusterName("peers of a test");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.getNetworkConfig().setPort(0);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setRequiredMember(known);
        return Hazelcast.newHazelcastInstance(config);
    }

    @AfterEach
    void sayGoodBye() {
        first.stop();
        second.stop();
    }

    @AfterAll
    static void end() {
        one.getLifecycleService().terminate();
        other.getLifecycleService().terminate();
    }

    private Peers join(GridPeers node, Echo listener) {
        return node.join("cache/stage", listener).orElseThrow();
    }

    private static void meet(Peers peers) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (peers.others().isEmpty()) {
            assertThat(System.nanoTime() - end).as("nodes have met").isNegative();
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static String said(byte @Nullable [] answer) {
        return answer == null ? "" : new String(answer, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aNodeThatHasNotSaidHelloIsNotThere() {
        Peers peers = join(first, here);
        first.start();
        assertThat(peers.others()).isEmpty();
        assertThat(peers.nodeOf("any key")).isEqualTo(peers.self());
        String stranger = other.getCluster().getLocalMember().getUuid().toString();
        assertThatThrownBy(() -> peers.ask(stranger, bytes("?"), PATIENCE)
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("cannot be asked");
    }

    @Test
    void nodesAskEachOtherAndAgreeAboutKeys() {
        Peers ours = join(first, here);
        Peers theirs = join(second, there);
        first.start();
        second.start();
        meet(ours);
        meet(theirs);
        assertThat(ours.others()).isEqualTo(Set.of(theirs.self()));
        assertThat(said(ours.ask(theirs.self(), bytes("hello"), PATIENCE)
                        .toCompletableFuture()
                        .join()))
                .isEqualTo("hello from " + ours.self());
        int own = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(ours.nodeOf("key " + i)).isEqualTo(theirs.nodeOf("key " + i));
            own += ours.nodeOf("key " + i).equals(ours.self()) ? 1 : 0;
        }
        assertThat(own).isBetween(400, 600);
    }

    @Test
    void aQuestionToWhoIsNotListeningFails() {
        Peers ours = join(first, here);
        Peers theirs = join(second, there);
        first.start();
        second.start();
        meet(ours);
        theirs.close();
        assertThatThrownBy(() -> ask(ours, theirs, PATIENCE)).hasMessageContaining("no such listener");
    }

    @Test
    void whoSaysGoodByeLeavesAndItsKeysGoToTheRest() throws InterruptedException {
        Peers ours = join(first, here);
        Peers theirs = join(second, there);
        first.start();
        second.start();
        meet(ours);
        second.stop();
        assertThat(here.left.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(theirs.self());
        assertThat(ours.others()).isEmpty();
        assertThat(ours.nodeOf("any key")).isEqualTo(ours.self());
    }

    @Test
    void nothingIsSaidAfterTheGoodBye() throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        ITopic<String> greetings = one.getTopic("tollgate.peers");
        UUID listening = greetings.addMessageListener(message -> heard.add(message.getMessageObject()));
        second.start();
        second.stop();
        Member newcomer = one.getCluster().getLocalMember();
        second.memberAdded(new MembershipEvent(
                other.getCluster(),
                newcomer,
                MembershipEvent.MEMBER_ADDED,
                other.getCluster().getMembers()));
        other.<String>getTopic("tollgate.peers").publish("the end");
        List<String> words = new ArrayList<>();
        do {
            words.add(String.valueOf(heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .split(" ")[0]);
        } while (words.getLast().equals("hello") || words.getLast().equals("bye"));
        assertThat(words).containsExactly("hello", "bye", "the");
        greetings.removeMessageListener(listening);
    }

    @Test
    void whoDoesNotAnswerInTimeIsLeftInPeaceForAWhile() {
        Peers ours = join(first, here);
        CompletableFuture<byte[]> late = new CompletableFuture<>();
        Echo listener = new Echo() {
            @Override
            public byte[] asked(String node, byte[] question) {
                return late.join();
            }
        };
        Peers theirs = join(second, listener);
        first.start();
        second.start();
        meet(ours);
        assertThatThrownBy(() -> ask(ours, theirs, Duration.ofMillis(50)))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> ask(ours, theirs, PATIENCE)).hasMessageContaining("cannot be asked");
        late.complete(bytes("late"));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(said(ask(ours, theirs, PATIENCE))).isEqualTo("late");
        assertThat(listener.left).isEmpty();
    }

    private static byte[] ask(Peers ours, Peers theirs, Duration patience) {
        return ours.ask(theirs.self(), bytes("?"), patience)
                .toCompletableFuture()
                .join();
    }
}
