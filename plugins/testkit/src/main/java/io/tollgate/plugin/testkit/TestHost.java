package io.tollgate.plugin.testkit;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.integration.IntegrationHost;
import io.tollgate.spi.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway would offer to a plugin.
 *
 * @param http the outgoing client
 * @param settings the plugin's settings
 * @param cluster makes the plugin's peers of a name and a listener; null without a cluster
 */
public record TestHost(
        HttpUpstream http, Record settings, @Nullable BiFunction<String, PeerListener, Peers> cluster)
        implements IntegrationHost {

    /** A host with a real client and the plugin's default settings. */
    public static TestHost of(Plugin plugin) {
        return of(plugin, Map.of());
    }

    /** A host with a real client and these settings, by key without the plugin's prefix. */
    public static TestHost of(Plugin plugin, Map<String, String> settings) {
        return new TestHost(new SocketUpstream(), bound(plugin.settings(), settings), null);
    }

    private static <T extends Record> T bound(Class<T> type, Map<String, String> settings) {
        return Settings.of(type).bind(settings);
    }

    /** The same host with another client. */
    public TestHost with(HttpUpstream other) {
        return new TestHost(other, settings, cluster);
    }

    /** The same host as a node of a cluster. */
    public TestHost in(TestCluster other, String node) {
        return new TestHost(http, settings, (name, listener) -> other.join(node, name, listener));
    }

    @Override
    public Optional<Peers> join(String name, PeerListener listener) {
        return cluster == null ? Optional.empty() : Optional.of(cluster.apply(name, listener));
    }

    @Override
    public <T extends Record> T settings(Class<T> type) {
        return type.cast(settings);
    }
}
