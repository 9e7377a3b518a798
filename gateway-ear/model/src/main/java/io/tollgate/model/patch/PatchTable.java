package io.tollgate.model.patch;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of one resource kind and what a change of each does. A path is literal ({@code /name}) or ends with one
 * variable segment ({@code /requestParameters/{key}}).
 *
 * @param <D> the draft that changes are made to
 */
public final class PatchTable<D> {

    /** How a resource kind words a refusal. */
    public enum Family {
        /** Lists what is allowed: Resource, Model, RequestValidator, DocumentationPart, ApiKey and others. */
        LISTING,
        /** Names the path only: RestApi, Method, MethodResponse, GatewayResponse, Integration. */
        TERSE
    }

    /** Makes one change. */
    @FunctionalInterface
    public interface Change<D> {
        /**
         * Changes the draft.
         *
         * @param key the variable segment, unescaped; empty for a literal path
         * @param value the new value, or null
         */
        void apply(D draft, String key, @Nullable String value);
    }

    private final Family family;
    private final Map<String, Map<String, Change<D>>> byPath = new LinkedHashMap<>();

    /** An empty table. */
    public PatchTable(Family family) {
        this.family = family;
    }

    /** Allows an operation on a path. */
    public PatchTable<D> on(String op, String path, Change<D> change) {
        byPath.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(op, change);
        return this;
    }

    /** Allows replace on a path. */
    public PatchTable<D> replace(String path, Change<D> change) {
        return on("replace", path, change);
    }

    /** Allows add and replace, and remove with its own change, on a map's entries. */
    public PatchTable<D> entries(String path, Change<D> put, Change<D> remove) {
        return on("add", path, put).on("replace", path, put).on("remove", path, remove);
    }

    /** Applies all operations in order; the first that is not allowed ends the request. */
    public void apply(D draft, List<PatchOperation> operations) {
        for (PatchOperation operation : operations) {
            apply(draft, operation);
        }
    }

    private void apply(D draft, PatchOperation operation) {
        String path = operation.path();
        if (path == null) {
            throw new BadRequestException("Invalid patch path null");
        }
        Map<String, Change<D>> literal = byPath.get(path);
        if (literal != null) {
            change(literal, operation, path).apply(draft, "", operation.value());
            return;
        }
        int slash = path.lastIndexOf('/');
        String pattern = slash < 0 ? path : path.substring(0, slash) + "/{}";
        Map<String, Change<D>> variable = byPath.get(pattern);
        if (variable == null || slash == path.length() - 1) {
            throw new BadRequestException(unknownPath(operation, path));
        }
        change(variable, operation, path)
                .apply(draft, PatchOperation.unescape(path.substring(slash + 1)), operation.value());
    }

    private Change<D> change(Map<String, Change<D>> ofPath, PatchOperation operation, String path) {
        Change<D> change = ofPath.get(operation.op());
        if (change == null) {
            throw new BadRequestException(
                    family == Family.TERSE
                            ? "Invalid patch operation specified. Must be one of: ["
                                    + String.join(", ", ofPath.keySet()) + "]"
                            : listing(operation, path));
        }
        return change;
    }

    private String unknownPath(PatchOperation operation, String path) {
        return family == Family.TERSE ? "Invalid patch path " + path : listing(operation, path);
    }

    private String listing(PatchOperation operation, String path) {
        List<String> allowed = new ArrayList<>();
        byPath.forEach((known, ops) -> {
            if (ops.containsKey(operation.op())) {
                allowed.add(known.replace("/{}", ""));
            }
        });
        return "Invalid patch path  '" + path + "' specified for op '" + operation.op() + "'. "
                + (allowed.isEmpty()
                        ? "Please choose supported operations"
                        : "Must be one of: [" + String.join(", ", allowed) + "]");
    }
}
