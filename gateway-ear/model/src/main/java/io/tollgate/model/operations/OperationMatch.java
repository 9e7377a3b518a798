package io.tollgate.model.operations;

import java.util.Map;

/**
 * A request's operation.
 *
 * @param operation the operation
 * @param pathParameters the path's variables by their names in the service model, decoded
 */
public record OperationMatch(Operation operation, Map<String, String> pathParameters) {}
