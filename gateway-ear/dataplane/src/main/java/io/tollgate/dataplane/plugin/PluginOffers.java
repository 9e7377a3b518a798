package io.tollgate.dataplane.plugin;

import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import io.tollgate.spi.http.HttpUpstream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway has for plugins.
 *
 * @param http the client that they call backends with
 * @param configuration the value of a key such as {@code tollgate.plugin.example.greeting}; null if it is not set
 * @param cluster the way to the other nodes
 */
public record PluginOffers(HttpUpstream http, Function<String, @Nullable String> configuration, Cluster cluster) {

    /** Joins listeners of the same name on all nodes. Thread-safe. */
    @FunctionalInterface
    public interface Cluster {
        /** This node has no others. */
        Cluster NONE = (name, listener) -> Optional.empty();

        /** Joins a listener; empty if this node is alone by configuration. */
        Optional<Peers> join(String name, PeerListener listener);
    }

    /** Without a cluster. */
    public PluginOffers(HttpUpstream http, Function<String, @Nullable String> configuration) {
        this(http, configuration, Cluster.NONE);
    }
}
