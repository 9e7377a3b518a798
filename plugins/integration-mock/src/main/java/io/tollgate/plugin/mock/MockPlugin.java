package io.tollgate.plugin.mock;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import java.util.List;
import java.util.Set;

/** The entrance. */
public final class MockPlugin implements Plugin {

    @Override
    public String name() {
        return "integration-mock";
    }

    @Override
    public String description() {
        return "Answers without a backend: the request template says the status.";
    }

    @Override
    public List<IntegrationFactory> integrations() {
        return List.of(new Factory());
    }

    private static final class Factory implements IntegrationFactory {
        @Override
        public String kind() {
            return "mock";
        }

        @Override
        public Set<String> types() {
            return Set.of("MOCK");
        }

        @Override
        public Integration create(IntegrationDefinition definition, IntegrationHost host) {
            return new MockIntegration();
        }
    }
}
