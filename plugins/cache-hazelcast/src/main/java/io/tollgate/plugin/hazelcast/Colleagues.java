package io.tollgate.plugin.hazelcast;

import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The talk between the nodes of one stage's cache: sends questions to the node of a key, which may be this one, and answers
 * those of others from the shelf. Thread-safe.
 */
final class Colleagues implements PeerListener {
    private static final Duration PATIENCE_FOR_ENTRIES = Duration.ofSeconds(2);

    private final NearCopies near;
    private final Shelf shelf;
    private final Duration patience;
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private volatile @Nullable Peers peers;

    /**
     * Answers from this shelf; what others replace throws doubt on these copies.
     *
     * @param patience how long a node may take to say what it has
     */
    Colleagues(NearCopies near, Shelf shelf, Duration patience) {
        this.near = near;
        this.shelf = shelf;
        this.patience = patience;
    }

    /** The others are there. */
    void meet(Peers joined) {
        peers = joined;
    }

    /** Asks the node of a key; completes at once if that is this one. */
    CompletionStage<Reply> ask(Peers others, String key, Question question) {
        return ask(others, others.nodeOf(key), question, patience);
    }

    private CompletionStage<Reply> ask(Peers others, String node, Question question, Duration atMost) {
        return node.equals(others.self())
                ? CompletableFuture.completedFuture(heard(node, question))
                : others.ask(node, question.bytes(), atMost).thenApply(Reply::read);
    }

    /** Gives an entry to the node of its key, and tells the others if it may replace one. */
    void put(Peers others, String key, Kept entry, boolean replaces) {
        String node = others.nodeOf(key);
        var unused = ask(others, node, new Question.Put(key, entry), PATIENCE_FOR_ENTRIES)
                .whenComplete((reply, failure) -> {
                    // Told when the entry is there: who asks again gets the new one.
                    if (replaces) {
                        others.others().stream()
                                .filter(other -> !other.equals(node))
                                .forEach(other -> tell(others, other, new Question.Replaced(key)));
                    }
                });
    }

    /** Tells the node of a key something. */
    void tellNodeOf(Peers others, String key, Question news) {
        tell(others, others.nodeOf(key), news);
    }

    /** Tells everybody, this node included. */
    void tellAll(Peers others, Question news) {
        tell(others, others.self(), news);
        others.others().forEach(node -> tell(others, node, news));
    }

    private void tell(Peers others, String node, Question news) {
        var unused = ask(others, node, news, PATIENCE_FOR_ENTRIES);
    }

    /** Completes when somebody says that the claim on a key has ended. */
    CompletableFuture<Void> end(String key) {
        return awaited.computeIfAbsent(key, awaitedFor -> new CompletableFuture<>());
    }

    /** Nobody waits for the end of this claim any more. */
    void ended(String key) {
        CompletableFuture<Void> end = awaited.remove(key);
        if (end != null) {
            end.complete(null);
        }
    }

    @Override
    public byte[] asked(String node, byte[] question) {
        Question heard = Question.read(question);
        return heard == null ? new Reply.Absent().bytes() : heard(node, heard).bytes();
    }

    private Reply heard(String node, Question question) {
        switch (question) {
            case Question.Get get -> {
                return shelf.get(get.key(), get.known());
            }
            case Question.Claim claim -> {
                return shelf.claim(claim.key(), node);
            }
            case Question.Put put -> {
                doubtUnlessOwn(node, put.key());
                tellEnded(put.key(), shelf.put(put.key(), put.entry()));
            }
            case Question.Release release -> tellEnded(release.key(), shelf.release(release.key(), node));
            case Question.Ended ended -> ended(ended.key());
            case Question.Replaced replaced -> {
                near.doubt(replaced.key());
                forgetUnlessOwned(replaced.key());
            }
            case Question.Forget forget -> {
                near.doubt(forget.key());
                shelf.forget(forget.key());
            }
            case Question.Flush flush -> {
                near.flush();
                shelf.flush();
            }
        }
        return new Reply.Absent();
    }

    private void doubtUnlessOwn(String node, String key) {
        Peers others = peers;
        if (others == null || !node.equals(others.self())) {
            near.doubt(key);
        }
    }

    /** What belonged to this node before another one came may lie here still. */
    private void forgetUnlessOwned(String key) {
        Peers others = peers;
        if (others == null || !others.nodeOf(key).equals(others.self())) {
            shelf.forget(key);
        }
    }

    private void tellEnded(String key, Set<String> waiting) {
        Peers others = peers;
        if (others != null) {
            waiting.forEach(node -> tell(others, node, new Question.Ended(key)));
        }
    }

    @Override
    public void left(String node) {
        shelf.left(node).forEach(this::tellEnded);
        // It may have been the one to tell about the end of a claim.
        List.copyOf(awaited.keySet()).forEach(this::ended);
    }

    /** Drops what lies here. */
    void close() {
        shelf.flush();
    }
}
