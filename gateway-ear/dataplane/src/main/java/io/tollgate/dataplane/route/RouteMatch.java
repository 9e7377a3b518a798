package io.tollgate.dataplane.route;

import java.util.Map;

/**
 * A matched method.
 *
 * @param target what was registered
 * @param pathParameters the path variables by name, undecoded
 */
public record RouteMatch<T>(T target, Map<String, String> pathParameters) {}
