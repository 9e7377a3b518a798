package io.tollgate.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two members of a real grid on loopback. */
class GridPeersTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static HazelcastInstance one;
    private static HazelcastInstance other;

    private final GridPeers first = new GridPeers(one);
    private final GridPeers second = new GridPeers(other);
    private final Echo here = new Echo();
    private final Echo there = new Echo();

    /** Says who asked, and remembers who left. */
    private static final class Echo implements PeerListener {
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
    static void start() throws IOException {
        int[] ports = freePorts();
        one = member(ports[0], ports);
        other = member(ports[1], ports);
    }

    private static int[] freePorts() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket first = new ServerSocket(0, 1, loopback);
                ServerSocket second = new ServerSocket(0, 1, loopback)) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        }
    }

    private static HazelcastInstance member(int port, int[] ports) {
        Config config = new Config();
        config.setClusterName("peers of a test");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.getNetworkConfig().setPort(port).setPortAutoIncrement(false);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true);
        Arrays.stream(ports).forEach(known -> join.getTcpIpConfig().addMember("127.0.0.1:" + known));
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

    private static void meet(Peers peers, int others) {
        while (peers.others().size() != others) {
            Thread.onSpinWait();
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
        meet(ours, 1);
        meet(theirs, 1);
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
        meet(ours, 1);
        theirs.close();
        assertThatThrownBy(() -> ours.ask(theirs.self(), bytes("?"), PATIENCE)
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("no such listener");
    }

    @Test
    void whoSaysGoodByeLeavesAndItsKeysGoToTheRest() throws InterruptedException {
        Peers ours = join(first, here);
        Peers theirs = join(second, there);
        first.start();
        second.start();
        meet(ours, 1);
        second.stop();
        assertThat(here.left.poll(30, TimeUnit.SECONDS)).isEqualTo(theirs.self());
        assertThat(ours.others()).isEmpty();
        assertThat(ours.nodeOf("any key")).isEqualTo(ours.self());
    }

    @Test
    void whoDoesNotAnswerInTimeIsLeftInPeaceForAWhile() {
        Peers ours = join(first, here);
        CompletableFuture<byte[]> late = new CompletableFuture<>();
        Peers theirs = second.join("cache/stage", new PeerListener() {
                    @Override
                    public byte[] asked(String node, byte[] question) {
                        return late.join();
                    }

                    @Override
                    public void left(String node) {
                        throw new AssertionError(node + " left");
                    }
                })
                .orElseThrow();
        first.start();
        second.start();
        meet(ours, 1);
        assertThatThrownBy(() -> ours.ask(theirs.self(), bytes("?"), Duration.ofMillis(50))
                        .toCompletableFuture()
                        .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> ours.ask(theirs.self(), bytes("?"), PATIENCE)
                        .toCompletableFuture()
                        .join())
                .hasMessageContaining("cannot be asked");
        late.complete(new byte[0]);
    }
}
