package io.tollgate.controlplane.wire;

import java.util.Map;
import java.util.function.Function;

/** The operations that one noun answers. Each bean of this type is found by itself. */
public interface Contribution {

    /** The service model that names the operations; the models share names. */
    default String service() {
        return "apigateway";
    }

    /** Handlers by AWS's operation name. A handler runs inside a transaction and may be run again after a conflict. */
    Map<String, Function<Request, Reply>> operations();

    /** What an operation lacks beside AWS's, by its name; whoever reads the support table is told. */
    default Map<String, String> missing() {
        return Map.of();
    }

    /**
     * Handlers that wait for others, a backend for example, and change nothing. They run outside of a transaction, so that
     * no connection is held meanwhile; only their audit record is in one.
     */
    default Map<String, Function<Request, Reply>> waitingOperations() {
        return Map.of();
    }
}
