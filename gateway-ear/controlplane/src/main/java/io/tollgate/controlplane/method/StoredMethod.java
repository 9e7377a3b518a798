package io.tollgate.controlplane.method;

import io.tollgate.model.restapi.Method;

/**
 * A method with its place.
 *
 * @param resourceId the resource it belongs to
 * @param method the method, its responses and integration included
 */
public record StoredMethod(String resourceId, Method method) {}
