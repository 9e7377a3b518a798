package io.tollgate.dataplane.cache;

import io.tollgate.dataplane.gateway.Call;

/** Says who may refresh cached answers: the one place that asks for {@code execute-api:InvalidateCache}. */
@FunctionalInterface
public interface InvalidationRight {

    /** Whether the caller may. Must not block. */
    boolean has(Call call);
}
