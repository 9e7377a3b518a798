package io.tollgate.dataplane.plugin;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.integration.IntegrationHost;
import io.tollgate.spi.settings.Settings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one jar contributes, asked once. Its class loader is closed when the plugin is retired and the last thing it made is
 * closed.
 */
final class LoadedPlugin {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final PluginJar jar;
    private final String name;
    private final IntegrationHost host;
    private final List<IntegrationFactory> integrations;
    private final List<AuthorizerFactory> authorizers;
    private final List<CacheFactory> caches;
    private final PluginStatus status;
    private final AtomicInteger uses = new AtomicInteger(1);

    private LoadedPlugin(PluginJar jar, PluginOffers offers) {
        Plugin plugin = jar.plugin();
        this.jar = jar;
        this.name = plugin.name();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the plugin's name '" + name + "' is not lower-case with hyphens");
        }
        this.host = new PluginHost(
                name, offers, bound(plugin.settings(), "tollgate.plugin." + name + ".", offers.configuration()));
        this.integrations = List.copyOf(plugin.integrations());
        this.authorizers = List.copyOf(plugin.authorizers());
        this.caches = List.copyOf(plugin.caches());
        if (integrations.isEmpty() && authorizers.isEmpty() && caches.isEmpty()) {
            throw new IllegalArgumentException("plugin " + name + " contributes nothing");
        }
        this.status = new PluginStatus(
                jar.origin(),
                name,
                jar.version(),
                integrations.stream()
                        .flatMap(kind -> kind.types().stream())
                        .sorted()
                        .toList(),
                authorizers.stream()
                        .flatMap(kind -> kind.types().stream())
                        .sorted()
                        .toList(),
                caches.stream().map(CacheFactory::kind).sorted().toList(),
                "");
    }

    private static <T extends Record> Record bound(
            Class<T> type, String prefix, Function<String, @Nullable String> configuration) {
        return Settings.of(type, prefix).bind(configuration);
    }

    /** Asks the plugin of a jar what it contributes. */
    static LoadedPlugin of(PluginJar jar, PluginOffers offers) {
        return within(jar.loader(), () -> new LoadedPlugin(jar, offers));
    }

    String name() {
        return name;
    }

    /** What it offers. */
    PluginStatus status() {
        return status;
    }

    @Override
    public String toString() {
        return name + " (" + jar.origin().getFileName() + ")";
    }

    ClassLoader loader() {
        return jar.loader();
    }

    IntegrationHost host() {
        return host;
    }

    List<IntegrationFactory> integrations() {
        return integrations;
    }

    List<AuthorizerFactory> authorizers() {
        return authorizers;
    }

    List<CacheFactory> caches() {
        return caches;
    }

    /** Runs the plugin's code with its own loader as the thread's. */
    <T> T within(Supplier<T> work) {
        return within(jar.loader(), work);
    }

    private static <T> T within(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** One more thing that must be closed before the loader may be. */
    void use() {
        uses.incrementAndGet();
    }

    /** The end of one use, or of the plugin's own time in service. */
    void release() {
        if (uses.decrementAndGet() == 0) {
            jar.close();
        }
    }
}
