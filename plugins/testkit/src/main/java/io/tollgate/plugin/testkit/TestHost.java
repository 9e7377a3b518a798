package io.tollgate.plugin.testkit;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.http.HttpUpstream;
import io.tollgate.spi.integration.IntegrationHost;
import io.tollgate.spi.settings.Settings;
import java.util.Map;

/**
 * What the gateway would offer to a plugin.
 *
 * @param http the outgoing client
 * @param settings the plugin's settings
 */
public record TestHost(HttpUpstream http, Record settings) implements IntegrationHost {

    /** A host with a real client and the plugin's default settings. */
    public static TestHost of(Plugin plugin) {
        return of(plugin, Map.of());
    }

    /** A host with a real client and these settings, by key without the plugin's prefix. */
    public static TestHost of(Plugin plugin, Map<String, String> settings) {
        return new TestHost(new SocketUpstream(), bound(plugin.settings(), settings));
    }

    private static <T extends Record> T bound(Class<T> type, Map<String, String> settings) {
        return Settings.of(type).bind(settings);
    }

    /** The same host with another client. */
    public TestHost with(HttpUpstream other) {
        return new TestHost(other, settings);
    }

    @Override
    public <T extends Record> T settings(Class<T> type) {
        return type.cast(settings);
    }
}
