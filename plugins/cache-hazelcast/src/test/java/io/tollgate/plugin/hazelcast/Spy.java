package io.tollgate.plugin.hazelcast;

import io.tollgate.spi.cluster.PeerListener;
import java.nio.charset.StandardCharsets;

/** A node that writes down what it hears. */
record Spy(StringBuilder heard) implements PeerListener {
    @Override
    public byte[] asked(String node, byte[] question) {
        heard.append(new String(question, StandardCharsets.ISO_8859_1)).append('\n');
        return new byte[0];
    }

    @Override
    public void left(String node) {
        heard.append(node).append(" left\n");
    }
}
