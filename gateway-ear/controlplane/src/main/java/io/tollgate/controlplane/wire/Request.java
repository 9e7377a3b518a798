package io.tollgate.controlplane.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.patch.PatchOperation;
import io.tollgate.spi.exchange.QueryParameters;
import io.tollgate.spi.http.Headers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The input of an operation.
 *
 * @param service the service model: apigateway, apigatewayv2 or apigatewaymanagementapi
 * @param operation AWS's name
 * @param path the path's variables, decoded
 * @param query the query's parameters
 * @param headers the header fields
 * @param body the body as sent
 * @param caller who calls
 */
public record Request(
        String service,
        String operation,
        Map<String, String> path,
        QueryParameters query,
        Headers headers,
        byte[] body,
        Caller caller) {
    private static final int DEFAULT_LIMIT = 25;
    private static final int MAXIMUM_LIMIT = 500;

    /** A variable of the path by its name in the service model. */
    public String at(String name) {
        return path.getOrDefault(name, "");
    }

    /** The body as JSON members; violations name the operation's input shape. */
    public Input input() {
        JsonNode tree = Json.parse(body);
        String shape = Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "Input";
        return new Input(tree, shape);
    }

    /** An input without members, in which violations of the path's variables are noted. */
    public Input nothing() {
        return new Input(Json.parse(new byte[0]), "");
    }

    /** The operations of a PATCH body; one that is none is refused. */
    public List<PatchOperation> patchOperations() {
        Input input = input();
        List<PatchOperation> operations = input.patchOperations();
        input.check();
        return operations;
    }

    /** Whether a query parameter is {@code true}. */
    public boolean flag(String name) {
        return "true".equalsIgnoreCase(query.last(name));
    }

    /** A query parameter, if it was sent. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.last(name));
    }

    /** How many items a page may have: 1 to 500, 25 unless asked. */
    public int limit() {
        String limit = query.last("limit");
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("\\d{1,9}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAXIMUM_LIMIT) {
            throw new BadRequestException("Invalid limit specified: must be between 1 and " + MAXIMUM_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    /** The position that a page begins after, or null for the first page. */
    public @Nullable String position() {
        return query.last("position");
    }
}
