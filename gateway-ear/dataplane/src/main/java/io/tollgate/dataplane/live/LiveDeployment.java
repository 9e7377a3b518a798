package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.GatewayResponses;
import io.tollgate.dataplane.route.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One deployment's compiled API. Immutable. */
public final class LiveDeployment {
    private final Router<LiveMethod> router;
    private final GatewayResponses gatewayResponses;
    private final List<AutoCloseable> resources;
    private final AtomicBoolean closed = new AtomicBoolean();

    LiveDeployment(Router<LiveMethod> router, GatewayResponses gatewayResponses, List<AutoCloseable> resources) {
        this.router = router;
        this.gatewayResponses = gatewayResponses;
        this.resources = List.copyOf(resources);
    }

    /** Finds the method of a request. */
    public Router<LiveMethod> router() {
        return router;
    }

    /** What the gateway answers itself. */
    public GatewayResponses gatewayResponses() {
        return gatewayResponses;
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            Closing.all(resources);
        }
    }
}
