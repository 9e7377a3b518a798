package io.tollgate.plugin.testkit;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerRequest;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** The contracts as an author would extend them, for plugins that keep them and plugins that do not. */
final class SampleContracts {
    private SampleContracts() {}

    static class KeptByIntegration extends IntegrationContract {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin();
        }

        @Override
        protected IntegrationDefinition definition() {
            return definition("HTTP", "POST", backend.url("/"));
        }

        @Override
        protected IntegrationRequest request() {
            return request(Body.of(new byte[] {1, 2, 3}));
        }
    }

    static final class LeaksTheClientsFailure extends KeptByIntegration {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin(
                    "sample", SampleBehaviours::leakTheClientsFailure, SampleBehaviours::believeTheBackend);
        }
    }

    static final class CallsEveryFailureATimeout extends KeptByIntegration {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin(
                    "sample", SampleBehaviours::callEveryFailureATimeout, SampleBehaviours::believeTheBackend);
        }
    }

    static final class ForgetsTheBody extends KeptByIntegration {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin("sample", SampleBehaviours::forgetTheBody, SampleBehaviours::believeTheBackend);
        }
    }

    static final class ReadsTheBodyTwice extends KeptByIntegration {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin("sample", SampleBehaviours::readTheBodyTwice, SampleBehaviours::believeTheBackend);
        }
    }

    static final class HasABadName extends KeptByIntegration {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin("Sample_1", SampleBehaviours::passOn, SampleBehaviours::believeTheBackend);
        }
    }

    static class KeptByAuthorizer extends AuthorizerContract {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin();
        }

        @BeforeEach
        final void onlyOneProofIsGood() {
            backend.replies(
                    request -> StubReply.status("good".equals(request.headers().get("Proof")) ? 200 : 401));
        }

        @Override
        protected AuthorizerDefinition definition() {
            List<String> sources = List.of("method.request.header.Proof");
            return new AuthorizerDefinition(
                    "a1", "TOKEN", null, null, sources, null, Duration.ZERO, List.of(), null, List.of());
        }

        @Override
        protected AuthorizerRequest allowed() {
            return request("good");
        }

        @Override
        protected AuthorizerRequest refused() {
            return request("bad");
        }

        private AuthorizerRequest request(String proof) {
            TestExchange exchange = TestExchange.GET.withStageVariables(Map.of("backend", backend.url("/")));
            return new AuthorizerRequest(exchange, "arn:aws:execute-api:::", List.of(proof), List.of());
        }
    }

    static final class OpensWhenTheBackendFails extends KeptByAuthorizer {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin("sample", SampleBehaviours::passOn, SampleBehaviours::allowWhenTheBackendFails);
        }
    }

    static class KeptByCache extends CacheContract {
        @Override
        protected Plugin plugin() {
            return new SamplePlugin();
        }

        @Override
        protected ResponseCache create(CacheDefinition definition) {
            return new SampleCache(definition, clock);
        }
    }

    static final class KeepsEntriesForEver extends KeptByCache {
        @Override
        protected ResponseCache create(CacheDefinition definition) {
            return new SampleCache(definition, Clock.fixed(clock.instant(), clock.getZone()));
        }
    }

    static final class KeepsMoreThanItMay extends KeptByCache {
        @Override
        protected ResponseCache create(CacheDefinition definition) {
            return new SampleCache(new CacheDefinition(definition.apiId(), definition.stage(), 1L << 40), clock);
        }
    }

    static final class NeverForgets extends KeptByCache {
        @Override
        protected ResponseCache create(CacheDefinition definition) {
            return new SampleCache(definition, clock) {
                @Override
                public void flush() {
                    invalidate("some other key");
                }
            };
        }
    }
}
