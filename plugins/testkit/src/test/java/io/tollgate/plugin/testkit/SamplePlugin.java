package io.tollgate.plugin.testkit;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A plugin with one kind of everything, whose behaviour a test chooses. */
public final class SamplePlugin implements Plugin {
    private final String name;
    private final Function<IntegrationHost, Integration> integrations;
    private final Function<IntegrationHost, Authorizer> authorizers;

    /** The one that keeps all contracts. */
    public SamplePlugin() {
        this("sample", SampleBehaviours::passOn, SampleBehaviours::believeTheBackend);
    }

    SamplePlugin(
            String name,
            Function<IntegrationHost, Integration> integrations,
            Function<IntegrationHost, Authorizer> authorizers) {
        this.name = name;
        this.integrations = integrations;
        this.authorizers = authorizers;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<IntegrationFactory> integrations() {
        return List.of(new IntegrationFactory() {
            @Override
            public String kind() {
                return "sample";
            }

            @Override
            public Set<String> types() {
                return Set.of("HTTP");
            }

            @Override
            public Integration create(IntegrationDefinition definition, IntegrationHost host) {
                return integrations.apply(host);
            }
        });
    }

    @Override
    public List<AuthorizerFactory> authorizers() {
        return List.of(new AuthorizerFactory() {
            @Override
            public String kind() {
                return "sample";
            }

            @Override
            public Set<String> types() {
                return Set.of("TOKEN");
            }

            @Override
            public Authorizer create(AuthorizerDefinition definition, IntegrationHost host) {
                return authorizers.apply(host);
            }
        });
    }

    @Override
    public List<CacheFactory> caches() {
        return List.of(new CacheFactory() {
            @Override
            public String kind() {
                return "sample";
            }

            @Override
            public ResponseCache create(CacheDefinition definition, IntegrationHost host) {
                return new SampleCache(definition, Clock.systemUTC());
            }
        });
    }
}
