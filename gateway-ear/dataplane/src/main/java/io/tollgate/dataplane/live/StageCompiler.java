package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.GatewayResponses;
import io.tollgate.dataplane.integrate.BinaryTypes;
import io.tollgate.dataplane.log.ExecutionLog;
import io.tollgate.dataplane.route.Router;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.LiveStageDocument;
import java.util.ArrayList;

/** Makes of a stage's document what calls walk through. Thread-safe; runs beside the request path. */
public final class StageCompiler {
    private final MethodCompiler methods;

    /** A compiler that takes integrations and the rest from these. */
    public StageCompiler(MethodCompiler methods) {
        this.methods = methods;
    }

    /** Compiles a stage. A method that cannot work is compiled too: its calls get the configuration error. */
    public LiveStage compile(LiveStageDocument document) {
        LiveDeployment base = deployment(document, document.definition());
        ApiDefinition canary = document.canaryDefinition();
        return new LiveStage(document, base, canary == null ? null : deployment(document, canary));
    }

    private LiveDeployment deployment(LiveStageDocument document, ApiDefinition definition) {
        MethodCompiler.Deployment shared = shared(document, definition);
        Router.Builder<LiveMethod> router = new Router.Builder<>();
        for (Resource resource : definition.resources()) {
            for (Method method : resource.resourceMethods().values()) {
                router.add(resource.path(), method.httpMethod(), methods.compile(shared, resource, method));
            }
        }
        return live(router.build(), shared);
    }

    private MethodCompiler.Deployment shared(LiveStageDocument document, ApiDefinition definition) {
        return new MethodCompiler.Deployment(
                document,
                definition,
                new Schemas(definition),
                new BinaryTypes(definition.restApi().binaryMediaTypes()),
                methods.compression(definition),
                new ArrayList<>());
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
        MethodCompiler.Deployment shared = shared(document, document.definition());
        LiveMethod compiled = methods.compileForTest(shared, resource, method, log);
        Router<LiveMethod> router = new Router.Builder<LiveMethod>()
                .add(resource.path(), method.httpMethod(), compiled)
                .build();
        return new LiveTest(new LiveStage(document, live(router, shared), null), compiled);
    }
}
