package io.tollgate.model.openapi.reading;

import io.tollgate.model.error.ApiException;
import io.tollgate.model.restapi.Method;
import io.tollgate.model.restapi.PathParts;
import io.tollgate.model.restapi.Resource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resources by path, with AWS's rules for what may stand beside and below what. Natural ids: a resource's is its path. */
public final class ResourceTree {
    private final Map<String, Map<String, Method>> methods = new TreeMap<>();
    private final Map<String, String> variableChild = new HashMap<>();

    /** A tree with nothing but the root. */
    public ResourceTree() {
        methods.put("/", new TreeMap<>());
    }

    /** Adds the resource at a path and those above it; says why not if it may not be. */
    public Optional<String> add(String path) {
        String parent = "/";
        for (String part : parts(path)) {
            Optional<String> refused = refused(parent, part);
            if (refused.isPresent()) {
                return refused;
            }
            if (PathParts.isVariable(part)) {
                variableChild.put(parent, part);
            }
            parent = child(parent, part);
            methods.computeIfAbsent(parent, key -> new TreeMap<>());
        }
        return Optional.empty();
    }

    /** Puts a method on a resource that was added. */
    public void put(String path, Method method) {
        methods.computeIfAbsent(normal(path), key -> new TreeMap<>()).put(method.httpMethod(), method);
    }

    /** A path without the slashes that mean nothing. */
    public static String normal(String path) {
        return "/" + String.join("/", parts(path));
    }

    /** The resources, sorted by path. */
    public List<Resource> resources() {
        return methods.entrySet().stream()
                .map(entry -> resource(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Resource resource(String path, Map<String, Method> methods) {
        if (path.equals("/")) {
            return new Resource(path, null, null, path, methods);
        }
        int slash = path.lastIndexOf('/');
        return new Resource(
                path, slash == 0 ? "/" : path.substring(0, slash), path.substring(slash + 1), path, methods);
    }

    private Optional<String> refused(String parent, String part) {
        try {
            PathParts.check(part);
        } catch (ApiException refused) {
            return Optional.of(refused.text());
        }
        String parentPart = parent.substring(parent.lastIndexOf('/') + 1);
        if (PathParts.isGreedy(parentPart)) {
            return Optional.of("Cannot create a child of a resource with a greedy path variable: " + parentPart);
        }
        String sibling = variableChild.get(parent);
        return PathParts.isVariable(part) && sibling != null && !sibling.equals(part)
                ? Optional.of("A sibling (" + sibling + ") of this resource already has a variable path part"
                        + " -- only one is allowed")
                : Optional.empty();
    }

    private static String child(String parent, String part) {
        return parent.equals("/") ? "/" + part : parent + "/" + part;
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}
