package io.tollgate.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a gateway is to be started.
 *
 * @param data its data folder
 * @param port the container listener's port
 * @param expressPort the express listener's port
 * @param environment what the launcher sees beside the test's own environment
 */
public record Launch(Path data, int port, int expressPort, Map<String, String> environment) {
    private static final Path SERVERS = Path.of("target", "tollgate").toAbsolutePath();

    /** Copies the map. */
    public Launch {
        environment = Map.copyOf(environment);
    }

    /** Free ports, and an empty data folder of this name. */
    public static Launch named(String name) {
        Path data = SERVERS.resolve(name);
        empty(data);
        return withFreePorts(data, Map.of());
    }

    private static Launch withFreePorts(Path data, Map<String, String> environment) {
        int ports = FreePorts.row(2);
        return new Launch(data, ports, ports + 1, environment);
    }

    /** The same with one more environment variable. */
    public Launch with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launch(data, port, expressPort, more);
    }

    /** The same data on other free ports. */
    public Launch elsewhere() {
        return withFreePorts(data, environment);
    }

    private static void empty(Path folder) {
        try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            Files.createDirectories(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
