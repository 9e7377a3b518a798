package io.tollgate.spi.integration;

import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import io.tollgate.spi.http.HttpUpstream;
import java.util.Optional;

/** What the gateway offers to one plugin. Thread-safe. */
public interface IntegrationHost {

    /** The pooled, streaming HTTP client; a call stays on the event loop that accepted the request. */
    HttpUpstream http();

    /**
     * The plugin's settings as they were bound when it was loaded.
     *
     * @param type the record that {@link io.tollgate.spi.Plugin#settings} declares
     */
    <T extends Record> T settings(Class<T> type);

    /**
     * Joins this plugin on the other nodes; empty if the gateway runs without a cluster. Whoever joins closes it.
     *
     * @param name what is shared, the same on all nodes: listeners of other names, and of other plugins, are not heard. At most
     *     one listener has a name at a time; a later one takes its place
     */
    default Optional<Peers> join(String name, PeerListener listener) {
        return Optional.empty();
    }
}
