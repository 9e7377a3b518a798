package io.tollgate.dataplane.plugin;

import io.tollgate.dataplane.plugin.PluginFolders.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jars as they were seen last, each loaded or broken. Not thread-safe: {@link Plugins} guards it. */
final class PluginShelf {
    private static final Logger LOG = LoggerFactory.getLogger(PluginShelf.class);

    private final PluginOffers offers;
    private final Map<Path, Slot> slots = new LinkedHashMap<>();

    /**
     * A jar's place.
     *
     * @param fingerprint what the file was like
     * @param plugin what is in service: of this file, or of the one before if this one is broken; null if nothing is
     * @param error why the file could not be loaded, or empty
     * @param rival the name that another jar had taken already, or empty
     */
    private record Slot(Fingerprint fingerprint, @Nullable LoadedPlugin plugin, String error, String rival) {}

    PluginShelf(PluginOffers offers) {
        this.offers = offers;
    }

    /** What is in service. */
    Stream<LoadedPlugin> plugins() {
        return slots.values().stream().map(Slot::plugin).filter(Objects::nonNull);
    }

    List<PluginStatus> status() {
        return slots.entrySet().stream()
                .map(entry -> statusOf(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static PluginStatus statusOf(Path jar, Slot slot) {
        PluginStatus known = slot.plugin() == null
                ? new PluginStatus(jar, "", "", List.of(), List.of(), List.of(), "")
                : slot.plugin().status();
        return new PluginStatus(
                jar,
                known.name(),
                known.version(),
                known.integrations(),
                known.authorizers(),
                known.caches(),
                slot.error());
    }

    Map<Path, Fingerprint> known() {
        Map<Path, Fingerprint> known = new HashMap<>();
        slots.forEach((jar, slot) -> known.put(jar, slot.fingerprint()));
        return known;
    }

    /** Makes the shelf hold what was found; whether what is in service has changed. */
    boolean update(Map<Path, Fingerprint> found) {
        boolean changed = false;
        for (Path jar : List.copyOf(slots.keySet())) {
            if (!found.containsKey(jar)) {
                LOG.info("plugin {} is gone", jar);
                changed |= retire(slots.remove(jar));
            }
        }
        for (Map.Entry<Path, Fingerprint> jar : found.entrySet()) {
            Slot slot = slots.get(jar.getKey());
            if (slot == null || !slot.fingerprint().equals(jar.getValue()) || rivalHasGone(jar.getKey(), slot)) {
                changed |= load(jar.getKey(), jar.getValue(), slot);
            }
        }
        return changed;
    }

    private boolean rivalHasGone(Path jar, Slot slot) {
        return !slot.rival().isEmpty() && !takenByAnother(jar, slot.rival());
    }

    private boolean takenByAnother(Path jar, String name) {
        return slots.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(jar)
                        && other.getValue().plugin() != null
                        && other.getValue().plugin().name().equals(name));
    }

    private boolean load(Path jar, Fingerprint fingerprint, @Nullable Slot old) {
        LoadedPlugin plugin;
        try {
            plugin = open(jar);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError | ServiceConfigurationError broken) {
            String error = reason(broken);
            LOG.warn("plugin {} cannot be loaded: {}", jar, error);
            slots.put(jar, new Slot(fingerprint, old == null ? null : old.plugin(), error, ""));
            return false;
        }
        if (takenByAnother(jar, plugin.name())) {
            String error = "another jar already has the name " + plugin.name();
            LOG.warn("plugin {} is refused: {}", jar, error);
            slots.put(jar, new Slot(fingerprint, null, error, plugin.name()));
            plugin.release();
            return retire(old);
        }
        LOG.info("plugin {} {} loaded from {}", plugin.name(), plugin.status().version(), jar);
        slots.put(jar, new Slot(fingerprint, plugin, "", ""));
        retire(old);
        return true;
    }

    private static String reason(Throwable broken) {
        Throwable cause = broken.getCause();
        boolean wrapped = broken instanceof ServiceConfigurationError && cause != null;
        String message = Objects.requireNonNullElse(broken.getMessage(), broken.toString());
        return wrapped ? message + ": " + cause : message;
    }

    private LoadedPlugin open(Path jar) throws IOException {
        PluginJar opened = PluginJar.open(jar);
        boolean kept = false;
        try {
            LoadedPlugin plugin = LoadedPlugin.of(opened, offers);
            kept = true;
            return plugin;
        } finally {
            if (!kept) {
                opened.close();
            }
        }
    }

    private static boolean retire(@Nullable Slot slot) {
        if (slot == null || slot.plugin() == null) {
            return false;
        }
        slot.plugin().release();
        return true;
    }
}
