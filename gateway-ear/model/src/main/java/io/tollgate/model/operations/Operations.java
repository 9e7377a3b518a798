package io.tollgate.model.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of all operations: 124 of REST APIs, 103 of HTTP and WebSocket APIs, 3 of connections. Immutable. */
public final class Operations {
    private static final Operations ALL = read();

    private final List<Operation> operations;
    private final Map<String, List<Operation>> byVerbAndLength = new HashMap<>();

    private Operations(List<Operation> operations) {
        this.operations = List.copyOf(operations);
        for (Operation operation : operations) {
            byVerbAndLength
                    .computeIfAbsent(key(operation.verb(), operation.segments().size()), any -> new ArrayList<>())
                    .add(operation);
        }
        Comparator<Operation> order = Comparator.comparing(
                        (Operation one) -> one.mode().isEmpty())
                .thenComparing(Comparator.comparing(Operation::literals).reversed());
        byVerbAndLength.values().forEach(list -> list.sort(order));
    }

    /** The table. */
    public static Operations all() {
        return ALL;
    }

    /** Every operation in the models' order. */
    public List<Operation> list() {
        return operations;
    }

    /**
     * Finds the operation of a request.
     *
     * @param verb the HTTP verb
     * @param rawPath the path as sent
     * @param mode the query parameter {@code mode}, or null
     */
    public Optional<OperationMatch> find(String verb, String rawPath, @Nullable String mode) {
        List<String> path = split(rawPath);
        return byVerbAndLength.getOrDefault(key(verb, path.size()), List.of()).stream()
                .filter(operation ->
                        operation.mode().isEmpty() || operation.mode().equals(mode))
                .filter(operation -> operation.fits(path))
                .findFirst()
                .map(operation -> new OperationMatch(operation, variables(operation, path)));
    }

    private static Map<String, String> variables(Operation operation, List<String> path) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = operation.segments().get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
            }
        }
        return variables;
    }

    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return segment;
        }
    }

    private static List<String> split(String rawPath) {
        String path = rawPath.startsWith("/") ? rawPath.substring(1) : rawPath;
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(trimmed.split("/", -1));
    }

    private static String key(String verb, int length) {
        return verb + length;
    }

    private static Operations read() {
        InputStream resource = Operations.class.getResourceAsStream("operations.txt");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
            return new Operations(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Operations::parse)
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Operation parse(String line) {
        String[] columns = line.split(" ", -1);
        String[] uri = columns[3].split("\\?mode=", 2);
        return new Operation(
                columns[0],
                columns[1],
                columns[2],
                split(uri[0]),
                uri.length > 1 ? uri[1] : "",
                Integer.parseInt(columns[4]));
    }
}
