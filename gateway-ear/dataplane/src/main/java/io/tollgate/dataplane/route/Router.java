package io.tollgate.dataplane.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Matches (path, verb) pairs against resource paths as API Gateway does: per segment a static name beats {@code {var}},
 * which beats {@code {greedy+}}; a candidate without the verb or ANY is passed over and the search goes back to less
 * specific ones. ANY covers AWS's seven verbs. Paths are matched undecoded; one trailing slash is ignored, inner empty segments count. Immutable.
 *
 * @param <T> what a match yields
 */
public final class Router<T> {
    private static final Set<String> ANY = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final Node<T> root;

    private Router(Node<T> root) {
        this.root = root;
    }

    /** Collects the methods of one API. Not thread-safe. */
    public static final class Builder<T> {
        private final Node<T> root = new Node<>(null);

        /**
         * Adds a method.
         *
         * @param path the resource path, for example {@code /pets/{petId}}
         * @param verb the verb, or ANY
         * @param target what a match yields
         */
        public Builder<T> add(String path, String verb, T target) {
            Node<T> node = root;
            for (String segment : Segments.of(path)) {
                node = node.child(segment);
            }
            node.methods.put(verb, target);
            return this;
        }

        /** The router. */
        public Router<T> build() {
            return new Router<>(root);
        }
    }

    /**
     * The best match, or null.
     *
     * @param path the path below the stage, undecoded
     * @param verb the verb in upper case
     */
    public @Nullable RouteMatch<T> match(String path, String verb) {
        int start = path.startsWith("/") ? 1 : 0;
        int end = path.length() > start && path.charAt(path.length() - 1) == '/' ? path.length() - 1 : path.length();
        return find(root, path, start, end, verb, new ArrayList<>(4));
    }

    private @Nullable RouteMatch<T> find(
            Node<T> node, String path, int start, int end, String verb, List<String> variables) {
        if (start >= end) {
            T target = node.target(verb);
            return target == null ? null : new RouteMatch<>(target, Segments.pairs(variables));
        }
        int slash = path.indexOf('/', start);
        int stop = slash < 0 || slash > end ? end : slash;
        String segment = path.substring(start, stop);
        RouteMatch<T> match = null;
        Node<T> exact = node.statics.get(segment);
        if (exact != null) {
            match = find(exact, path, stop + 1, end, verb, variables);
        }
        if (match == null && node.variable != null && !segment.isEmpty()) {
            match = bind(node.variable, segment, path, stop + 1, end, verb, variables);
        }
        if (match == null && node.greedy != null) {
            match = bind(node.greedy, path.substring(start, end), path, end, end, verb, variables);
        }
        return match;
    }

    private @Nullable RouteMatch<T> bind(
            Node<T> child, String value, String path, int start, int end, String verb, List<String> variables) {
        int mark = variables.size();
        variables.add(child.name == null ? "" : child.name);
        variables.add(value);
        RouteMatch<T> match = find(child, path, start, end, verb, variables);
        if (match == null) {
            variables.subList(mark, variables.size()).clear();
        }
        return match;
    }

    /** One segment of the tree. */
    private static final class Node<T> {
        private final @Nullable String name;
        private final Map<String, Node<T>> statics = new HashMap<>();
        private final Map<String, T> methods = new HashMap<>();
        private @Nullable Node<T> variable;
        private @Nullable Node<T> greedy;

        private Node(@Nullable String name) {
            this.name = name;
        }

        private Node<T> child(String segment) {
            if (!Segments.isVariable(segment)) {
                return statics.computeIfAbsent(segment, any -> new Node<>(null));
            }
            if (Segments.isGreedy(segment)) {
                greedy = greedy == null ? new Node<>(Segments.variableName(segment)) : greedy;
                return greedy;
            }
            variable = variable == null ? new Node<>(Segments.variableName(segment)) : variable;
            return variable;
        }

        private @Nullable T target(String verb) {
            T exact = methods.get(verb);
            return exact == null && ANY.contains(verb) ? methods.get("ANY") : exact;
        }
    }
}
