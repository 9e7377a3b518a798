package io.tollgate.plugin.http;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.List;
import java.util.Set;

/** The entrance: one kind for both types; the pipeline maps requests and responses of HTTP, not of HTTP_PROXY. */
public final class HttpPlugin implements Plugin {

    @Override
    public String name() {
        return "integration-http";
    }

    @Override
    public String description() {
        return "Calls HTTP backends.";
    }

    @Override
    public List<IntegrationFactory> integrations() {
        return List.of(new Factory());
    }

    private static final class Factory implements IntegrationFactory {
        @Override
        public String kind() {
            return "http";
        }

        @Override
        public Set<String> types() {
            return Set.of("HTTP", "HTTP_PROXY");
        }

        @Override
        public Integration create(IntegrationDefinition definition, IntegrationHost host) {
            if (definition.uri().isEmpty()) {
                throw new IllegalArgumentException("an HTTP integration needs a URI");
            }
            return new HttpIntegration(definition, host.http());
        }
    }
}
