package io.tollgate.dataplane.live;

import io.tollgate.dataplane.gateway.Pipeline;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A compiled method.
 *
 * @param resource its resource
 * @param method its definition
 * @param pipeline the steps of its calls
 */
public record LiveMethod(Resource resource, Method method, Pipeline pipeline) {

    /** The resource's id. */
    public String resourceId() {
        return resource.id();
    }

    /** The resource's path in template form. */
    public String resourcePath() {
        return resource.path();
    }

    /** The name used in SDKs, or null. */
    public @Nullable String operationName() {
        return method.operationName();
    }
}
