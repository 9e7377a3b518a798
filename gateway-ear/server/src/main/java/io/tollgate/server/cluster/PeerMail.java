package io.tollgate.server.cluster;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.topic.ITopic;
import com.hazelcast.topic.Message;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions and answers between nodes, in bytes: each node reads a topic of its own. The grid's executors would need this
 * application's classes on the other side, and Payara finds those only for threads that it knows. Thread-safe; asking does not
 * block.
 */
final class PeerMail {
    private static final Logger LOG = LoggerFactory.getLogger(PeerMail.class);
    private static final char QUESTION = 'q';
    private static final char ANSWER = 'a';
    private static final char NOBODY = 'n';

    /** Whoever answers. Must not block. */
    interface Desk {
        /** The answer to a question of a node; null if nobody of that name is here. */
        byte @Nullable [] answer(String name, String node, byte[] question);
    }

    private record Asked(String node, CompletableFuture<byte[]> answer) {}

    private final HazelcastInstance grid;
    private final String prefix;
    private final Desk desk;
    private final Map<Long, Asked> open = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    /** Mail in topics whose names begin with this. */
    PeerMail(HazelcastInstance grid, String prefix, Desk desk) {
        this.grid = grid;
        this.prefix = prefix;
        this.desk = desk;
    }

    private ITopic<byte[]> box(String node) {
        return grid.getTopic(prefix + "." + node);
    }

    /** Begins to read what is sent to a node; whoever is given ends that. Blocks. */
    Runnable read(String node) {
        UUID reading = box(node).addMessageListener(this::received);
        return () -> box(node).removeMessageListener(reading);
    }

    /** Asks the listener of a name on a node; fails after the patience, or if there is none. */
    CompletableFuture<byte[]> ask(String node, String name, byte[] question, Duration patience) {
        long id = lastId.incrementAndGet();
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        open.put(id, new Asked(node, answer));
        var unused = answer.whenComplete((bytes, failure) -> open.remove(id));
        try {
            send(node, message(QUESTION, id, name, question));
        } catch (RuntimeException unreachable) {
            answer.completeExceptionally(unreachable);
        }
        return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void send(String node, byte[] message) {
        var unused = box(node).publishAsync(message);
    }

    private static byte[] message(char kind, long id, String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            out.writeLong(id);
            out.writeUTF(name);
            out.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private void received(Message<byte[]> message) {
        Member member = message.getPublishingMember();
        if (member == null) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(message.getMessageObject()))) {
            int kind = in.readByte();
            long id = in.readLong();
            String name = in.readUTF();
            byte[] content = in.readAllBytes();
            if (kind == QUESTION) {
                answer(GridPeers.name(member), id, name, content);
            } else {
                answered(kind, id, content);
            }
        } catch (IOException | RuntimeException broken) {
            LOG.warn("a message of node {} cannot be read", GridPeers.name(member), broken);
        }
    }

    private void answer(String node, long id, String name, byte[] question) {
        byte[] answer = desk.answer(name, node, question);
        send(node, message(answer == null ? NOBODY : ANSWER, id, "", answer == null ? new byte[0] : answer));
    }

    private void answered(int kind, long id, byte[] content) {
        Asked asked = open.get(id);
        if (asked == null) {
            return;
        }
        if (kind == ANSWER) {
            asked.answer().complete(content);
        } else {
            asked.answer()
                    .completeExceptionally(new IllegalStateException("node " + asked.node() + " has no such listener"));
        }
    }

    /** A node has gone: it will not answer. */
    void gone(String node) {
        open.values().stream()
                .filter(asked -> asked.node().equals(node))
                .forEach(asked -> asked.answer().completeExceptionally(new IllegalStateException(node + " has gone")));
    }
}
