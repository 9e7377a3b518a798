package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.Compression;
import io.tollgate.dataplane.gateway.GatewayResponses;
import io.tollgate.dataplane.route.Router;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One deployment's compiled API. Immutable. */
public final class LiveDeployment {
    private final Router<LiveMethod> router;
    private final GatewayResponses gatewayResponses;
    private final @Nullable Compression compression;
    private final List<AutoCloseable> resources;
    private final AtomicBoolean closed = new AtomicBoolean();

    LiveDeployment(
            Router<LiveMethod> router,
            GatewayResponses gatewayResponses,
            @Nullable Compression compression,
            List<AutoCloseable> resources) {
        this.compression = compression;
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

    /** How answers are compressed, or null if they are not. */
    public @Nullable Compression compression() {
        return compression;
    }

    void close() {
        if (closed.compareAndSet(false, true)) {
            Closing.all(resources);
        }
    }
}
