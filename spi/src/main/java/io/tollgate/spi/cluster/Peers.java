package io.tollgate.spi.cluster;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The same plugin on the other nodes of the cluster, as one node sees it now. Nodes come and go, so two nodes may disagree
 * for a moment: whoever shares something must be able to do without. Thread-safe; nothing here blocks.
 */
public interface Peers extends AutoCloseable {

    /** This node's name. Made anew at every start. */
    String self();

    /** The other nodes. Empty while this node is alone or cut off. */
    Set<String> others();

    /**
     * The node that a key belongs to: this one or one of the others, the same on all nodes that see the same nodes. A node
     * that comes or goes moves only the keys that it has or had.
     */
    String nodeOf(String key);

    /**
     * Asks another node's {@link PeerListener}. The stage completes within the patience: with the answer, or exceptionally if
     * the node is gone, has no listener of this name, or does not answer. A node that was silent lately is not asked again for
     * a while: the stage fails at once. It completes on a thread that may run long work, never on an event loop.
     *
     * @param node one of {@link #others}
     * @param question at most a few megabytes; must not be changed afterwards
     */
    CompletionStage<byte[]> ask(String node, byte[] question, Duration patience);

    /** Leaves: the listener is asked nothing more. */
    @Override
    void close();
}
