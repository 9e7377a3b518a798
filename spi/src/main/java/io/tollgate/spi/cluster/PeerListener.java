package io.tollgate.spi.cluster;

/** What a plugin says to the other nodes of a cluster. Thread-safe; must answer at once and must not block. */
public interface PeerListener {

    /**
     * Answers a question of another node's plugin, which may be of another version.
     *
     * @param node who asks
     * @return the answer; empty if there is nothing to say
     */
    byte[] asked(String node, byte[] question);

    /** A node has gone; keys that belonged to it belong to others now. */
    void left(String node);
}
