package io.tollgate.dataplane.plugin;

import io.tollgate.dataplane.live.IntegrationSource;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import io.tollgate.spi.integration.IntegrationRequest;
import io.tollgate.spi.integration.IntegrationResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of some folders. {@link #rescan} loads jars that are new, replaces jars that changed and drops jars that are
 * gone; what an old jar made keeps working until it is closed. A jar that cannot be loaded is reported once and harms
 * nothing. Thread-safe.
 */
public final class Plugins implements IntegrationSource {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final List<Path> folders = new CopyOnWriteArrayList<>();
    private final IntegrationHost host;
    private final Map<Path, Entry> entries = new TreeMap<>();

    /** A jar as it was seen last: loaded, or broken with a reason. */
    private record Entry(String fingerprint, @Nullable LoadedPlugin plugin, String error) {}

    /** No plugins yet; {@link #lookIn} names folders, {@link #rescan} loads. */
    public Plugins(IntegrationHost host) {
        this.host = host;
    }

    /** Adds a folder; one that does not exist is empty. */
    public Plugins lookIn(Path folder) {
        folders.add(folder);
        return this;
    }

    /** Looks at the folders again; whether anything has changed. */
    public synchronized boolean rescan() {
        Map<Path, String> found = new HashMap<>();
        folders.forEach(folder -> collect(folder, found));
        boolean changed = false;
        for (Path gone : List.copyOf(entries.keySet())) {
            if (!found.containsKey(gone)) {
                retire(entries.remove(gone));
                LOG.info("plugin {} is gone", gone.getFileName());
                changed = true;
            }
        }
        for (Map.Entry<Path, String> jar : found.entrySet()) {
            Entry known = entries.get(jar.getKey());
            if (known == null || !known.fingerprint().equals(jar.getValue())) {
                load(jar.getKey(), jar.getValue(), known);
                changed = true;
            }
        }
        return changed;
    }

    private static void collect(Path folder, Map<Path, String> found) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
                found.put(jar, attributes.lastModifiedTime() + "/" + attributes.size());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the plugin folder " + folder, unreadable);
        }
    }

    private void load(Path jar, String fingerprint, @Nullable Entry old) {
        try {
            LoadedPlugin plugin = LoadedPlugin.load(jar);
            entries.put(jar, new Entry(fingerprint, plugin, ""));
            LOG.info("plugin {} loaded from {}", plugin.name(), jar.getFileName());
            retire(old);
        } catch (IllegalArgumentException broken) {
            LOG.warn("plugin {} cannot be loaded: {}", jar.getFileName(), broken.getMessage());
            LoadedPlugin kept = old == null ? null : old.plugin();
            entries.put(jar, new Entry(fingerprint, kept, String.valueOf(broken.getMessage())));
        }
    }

    private static void retire(@Nullable Entry entry) {
        if (entry != null && entry.plugin() != null) {
            entry.plugin().release();
        }
    }

    /** What became of every jar. */
    public synchronized List<PluginStatus> status() {
        List<PluginStatus> all = new ArrayList<>();
        entries.forEach((jar, entry) -> {
            LoadedPlugin plugin = entry.plugin();
            List<String> types = plugin == null
                    ? List.of()
                    : plugin.integrations().stream()
                            .flatMap(factory -> factory.types().stream())
                            .sorted()
                            .toList();
            all.add(new PluginStatus(
                    String.valueOf(jar.getFileName()), plugin == null ? "" : plugin.name(), types, entry.error()));
        });
        return all;
    }

    private record Candidate(LoadedPlugin plugin, IntegrationFactory factory) {}

    @Override
    public synchronized Integration create(IntegrationDefinition definition) {
        List<Candidate> serving = new ArrayList<>();
        for (Entry entry : entries.values()) {
            LoadedPlugin plugin = entry.plugin();
            if (plugin != null) {
                plugin.integrations().stream()
                        .filter(factory -> factory.types().contains(definition.type()) && factory.accepts(definition))
                        .forEach(factory -> serving.add(new Candidate(plugin, factory)));
            }
        }
        if (serving.size() != 1) {
            throw new IllegalArgumentException(
                    serving.isEmpty()
                            ? "no plugin serves integrations of type " + definition.type()
                            : "several plugins serve this integration of type " + definition.type() + ": "
                                    + serving.stream()
                                            .map(one -> one.plugin().name())
                                            .collect(Collectors.joining(", ")));
        }
        return held(serving.get(0), definition);
    }

    private Integration held(Candidate chosen, IntegrationDefinition definition) {
        if (!chosen.plugin().use()) {
            throw new IllegalArgumentException("plugin " + chosen.plugin().name() + " is being replaced");
        }
        try {
            return new Held(chosen.factory().create(definition, host), chosen.plugin());
        } catch (RuntimeException refused) {
            chosen.plugin().release();
            throw refused instanceof IllegalArgumentException known
                    ? known
                    : new IllegalArgumentException("plugin " + chosen.plugin().name() + " failed: " + refused, refused);
        }
    }

    /** An integration that keeps its plugin's classes alive until it is closed. */
    private record Held(Integration integration, LoadedPlugin plugin) implements Integration {
        @Override
        public CompletionStage<IntegrationResponse> call(IntegrationRequest request) {
            return integration.call(request);
        }

        @Override
        public boolean blocking() {
            return integration.blocking();
        }

        @Override
        public void close() {
            try {
                integration.close();
            } finally {
                plugin.release();
            }
        }
    }
}
