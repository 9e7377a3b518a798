package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.GatewayResponses;
import io.tollgate.dataplane.route.Router;
import io.tollgate.dataplane.validation.Schemas;
import io.tollgate.model.restapi.ApiDefinition;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import io.tollgate.model.stage.LiveStageDocument;
import java.util.ArrayList;
import java.util.List;

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
        Router.Builder<LiveMethod> router = new Router.Builder<>();
        List<AutoCloseable> made = new ArrayList<>();
        Schemas schemas = new Schemas(definition);
        for (Resource resource : definition.resources()) {
            for (Method method : resource.resourceMethods().values()) {
                LiveMethod live = methods.compile(document, definition, schemas, resource, method, made);
                router.add(resource.path(), method.httpMethod(), live);
            }
        }
        return new LiveDeployment(router.build(), new GatewayResponses(definition.gatewayResponses()), made);
    }
}
