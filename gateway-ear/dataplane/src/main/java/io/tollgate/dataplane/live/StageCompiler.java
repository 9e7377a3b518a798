package io.tollgate.dataplane.live;

import io.tollgate.dataplane.cache.CachedMethod.Separation;
import io.tollgate.dataplane.cache.Caching;
import io.tollgate.dataplane.cache.EntrySeal;
import io.tollgate.dataplane.cache.InvalidationRight;
import io.tollgate.dataplane.cache.StageCaches;
import io.tollgate.dataplane.gateway.GatewayResponses;
import io.tollgate.dataplane.integrate.BinaryTypes;
import io.tollgate.dataplane.log.ExecutionLog;
import io.tollgate.dataplane.route.Router;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.CanarySettings;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.model.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes of a stage's document what calls walk through. Thread-safe; runs beside the request path. */
public final class StageCompiler {
    private static final Logger LOG = LoggerFactory.getLogger(StageCompiler.class);

    private final MethodCompiler methods;
    private final StageCaches caches;
    private final InvalidationRight right;
    private final EntrySeal seal;

    /**
     * A compiler that takes methods and caches from these.
     *
     * @param right says who may refresh cached answers
     * @param seal encrypts cached answers where settings want it
     */
    public StageCompiler(MethodCompiler methods, StageCaches caches, InvalidationRight right, EntrySeal seal) {
        this.methods = methods;
        this.caches = caches;
        this.right = right;
        this.seal = seal;
    }

    /** Compiles a stage. A method that cannot work is compiled too: its calls get the configuration error. */
    public LiveStage compile(LiveStageDocument document) {
        CanarySettings settings = document.stage().canarySettings();
        boolean bypasses = settings != null && !settings.useStageCache();
        ApiDefinition other = document.canaryDefinition();
        LiveDeployment base = deployment(document, document.definition(), new Separation("", bypasses));
        LiveDeployment canary = other == null || settings == null
                ? null
                : deployment(document, other, new Separation("canary " + settings.deploymentId() + "\n", bypasses));
        return new LiveStage(document, base, canary);
    }

    private @Nullable Caching caching(LiveStageDocument document, Separation separation, List<AutoCloseable> made) {
        Stage stage = document.stage();
        if (!stage.cacheClusterEnabled()) {
            return null;
        }
        String size = Objects.requireNonNullElse(stage.cacheClusterSize(), "0.5");
        try {
            StageCaches.Lease lease = caches.use(document.apiId(), stage.stageName(), size, document.cacheGeneration());
            made.add(lease);
            Caching.Rules rules =
                    new Caching.Rules(right, separation, document.options().cacheFetchOnce());
            return new Caching(lease.cache(), rules, seal);
        } catch (IllegalArgumentException unusable) {
            LOG.warn("stage {} of API {} has no cache: {}", stage.stageName(), document.apiId(), unusable.getMessage());
            return null;
        }
    }

    private LiveDeployment deployment(LiveStageDocument document, ApiDefinition definition, Separation separation) {
        List<AutoCloseable> made = new ArrayList<>();
        MethodCompiler.Deployment shared = shared(document, definition, caching(document, separation, made), made);
        Router.Builder<LiveMethod> router = new Router.Builder<>();
        for (Resource resource : definition.resources()) {
            for (Method method : resource.resourceMethods().values()) {
                router.add(resource.path(), method.httpMethod(), methods.compile(shared, resource, method));
            }
        }
        return live(router.build(), shared);
    }

    private MethodCompiler.Deployment shared(
            LiveStageDocument document, ApiDefinition definition, @Nullable Caching caching, List<AutoCloseable> made) {
        return new MethodCompiler.Deployment(
                document,
                definition,
                new Schemas(definition),
                new BinaryTypes(definition.restApi().binaryMediaTypes()),
                methods.compression(definition),
                caching,
                made);
    }

    private static LiveDeployment live(Router<LiveMethod> router, MethodCompiler.Deployment shared) {
        GatewayResponses responses = new GatewayResponses(shared.definition().gatewayResponses());
        return new LiveDeployment(router, responses, shared.compression(), shared.made());
    }

    /**
     * Compiles one method alone, for a test call that bypasses authorization, keys and throttles. Whoever asks for it closes
     * it.
     */
    public LiveTest compileForTest(LiveStageDocument document, Resource resource, Method method, ExecutionLog log) {
        MethodCompiler.Deployment shared = shared(document, document.definition(), null, new ArrayList<>());
        LiveMethod compiled = methods.compileForTest(shared, resource, method, log);
        Router<LiveMethod> router = new Router.Builder<LiveMethod>()
                .add(resource.path(), method.httpMethod(), compiled)
                .build();
        return new LiveTest(new LiveStage(document, live(router, shared), null), compiled);
    }
}
