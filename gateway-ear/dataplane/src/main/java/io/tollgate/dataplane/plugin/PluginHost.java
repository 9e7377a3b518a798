package io.tollgate.dataplane.plugin;

import io.tollgate.spi.cluster.PeerListener;
import io.tollgate.spi.cluster.Peers;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.Optional;

/**
 * What one plugin is given.
 *
 * @param plugin its name
 * @param offers what all plugins are given
 * @param settings its settings
 */
record PluginHost(String plugin, PluginOffers offers, Record settings) implements IntegrationHost {

    @Override
    public HttpUpstream http() {
        return offers.http();
    }

    @Override
    public <T extends Record> T settings(Class<T> type) {
        if (!type.isInstance(settings)) {
            throw new IllegalArgumentException(type.getName() + " is not what Plugin.settings() declares: "
                    + settings.getClass().getName());
        }
        return type.cast(settings);
    }

    @Override
    public Optional<Peers> join(String name, PeerListener listener) {
        return offers.cluster().join(plugin + "/" + name, listener);
    }
}
