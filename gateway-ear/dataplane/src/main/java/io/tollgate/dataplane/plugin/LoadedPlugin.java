package io.tollgate.dataplane.plugin;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.integration.IntegrationFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One loaded jar. Its class loader is closed when it is retired and the last thing it made is closed. */
final class LoadedPlugin {
    private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugin.class);
    private static final long LARGEST = 64L * 1024 * 1024;

    private final Plugin plugin;
    private final PluginClassLoader loader;
    private final Path copy;
    private final List<IntegrationFactory> integrations;
    private final AtomicInteger uses = new AtomicInteger(1);

    private LoadedPlugin(Plugin plugin, PluginClassLoader loader, Path copy) {
        this.plugin = plugin;
        this.loader = loader;
        this.copy = copy;
        this.integrations = List.copyOf(plugin.integrations());
    }

    /**
     * Loads a jar from a private copy, so that the file may be replaced while it is in use.
     *
     * @throws IllegalArgumentException that says why the jar is no plugin
     */
    static LoadedPlugin load(Path jar) {
        PluginClassLoader loader = null;
        try {
            if (Files.size(jar) > LARGEST) {
                throw new IllegalArgumentException("the jar has more than " + LARGEST + " bytes");
            }
            Path copy = Files.createTempFile("tollgate-plugin-", ".jar");
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            loader = new PluginClassLoader(copy.toUri().toURL(), LoadedPlugin.class.getClassLoader());
            return new LoadedPlugin(entrance(loader), loader, copy);
        } catch (IOException | LinkageError | RuntimeException broken) {
            close(loader);
            throw new IllegalArgumentException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private static Plugin entrance(PluginClassLoader loader) {
        List<Plugin> found = ServiceLoader.load(Plugin.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "META-INF/services/" + Plugin.class.getName() + " must name one class, it names " + found.size());
        }
        return found.get(0);
    }

    String name() {
        return plugin.name();
    }

    Plugin plugin() {
        return plugin;
    }

    List<IntegrationFactory> integrations() {
        return integrations;
    }

    boolean use() {
        return uses.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (uses.decrementAndGet() == 0) {
            close(loader);
            try {
                Files.deleteIfExists(copy);
            } catch (IOException left) {
                LOG.debug("{} was left behind", copy, left);
            }
        }
    }

    private static void close(@org.jspecify.annotations.Nullable PluginClassLoader loader) {
        if (loader == null) {
            return;
        }
        try {
            loader.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
