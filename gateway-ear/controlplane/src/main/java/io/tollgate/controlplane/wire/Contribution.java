package io.tollgate.controlplane.wire;

import java.util.Map;
import java.util.function.Function;

/** The operations that one noun answers. Each bean of this type is found by itself. */
public interface Contribution {

    /** Handlers by AWS's operation name. A handler runs inside a transaction and may be run again after a conflict. */
    Map<String, Function<Request, Reply>> operations();
}
