package io.tollgate.dataplane.plugin;

import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.util.concurrent.CompletionStage;

/** An integration with the plugin that made it. */
final class PluginIntegration implements Integration {
    private final Use use;
    private final Integration integration;
    private final boolean blocking;

    PluginIntegration(LoadedPlugin plugin, IntegrationFactory factory, IntegrationDefinition definition) {
        this.use = new Use(plugin);
        this.integration = use.make(() -> factory.create(definition, plugin.host()));
        this.blocking = integration.blocking();
    }

    @Override
    public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
        return use.ask(() -> integration.call(request));
    }

    @Override
    public boolean blocking() {
        return blocking;
    }

    @Override
    public void close() {
        use.close(integration::close);
    }

    @Override
    public String toString() {
        return use.toString();
    }
}
