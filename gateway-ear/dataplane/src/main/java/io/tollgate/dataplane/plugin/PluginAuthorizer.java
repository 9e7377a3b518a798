package io.tollgate.dataplane.plugin;

import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDecision;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.authorizer.AuthorizerRequest;
import java.util.concurrent.CompletionStage;

/** An authorizer with the plugin that made it. */
final class PluginAuthorizer implements Authorizer {
    private final Use use;
    private final Authorizer authorizer;
    private final boolean blocking;

    PluginAuthorizer(LoadedPlugin plugin, AuthorizerFactory factory, AuthorizerDefinition definition) {
        this.use = new Use(plugin);
        this.authorizer = use.make(() -> factory.create(definition, plugin.host()));
        this.blocking = authorizer.blocking();
    }

    @Override
    public CompletionStage<AuthorizerDecision> authorize(AuthorizerRequest request) {
        return use.ask(() -> authorizer.authorize(request));
    }

    @Override
    public boolean blocking() {
        return blocking;
    }

    @Override
    public void close() {
        use.close(authorizer::close);
    }

    @Override
    public String toString() {
        return use.toString();
    }
}
