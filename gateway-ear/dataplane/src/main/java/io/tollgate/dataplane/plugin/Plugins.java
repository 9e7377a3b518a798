package io.tollgate.dataplane.plugin;

import io.tollgate.dataplane.live.IntegrationSource;
import io.tollgate.spi.authorizer.Authorizer;
import io.tollgate.spi.authorizer.AuthorizerDefinition;
import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.cache.CacheDefinition;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.cache.ResponseCache;
import io.tollgate.spi.integration.Integration;
import io.tollgate.spi.integration.IntegrationDefinition;
import io.tollgate.spi.integration.IntegrationFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of some folders. {@link #rescan} loads jars that are new, replaces jars that changed and drops jars that are
 * gone; what an old jar made keeps working until it is closed, then its classes go. A jar that cannot be loaded is
 * reported once, tried again when it changes, and harms nothing: a version that was in service before stays. Thread-safe.
 */
public final class Plugins implements IntegrationSource {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final PluginFolders folders = new PluginFolders();
    private final PluginShelf shelf;

    /**
     * No plugins yet; {@link #lookIn} names folders, {@link #rescan} loads.
     *
     * @param offers what plugins are given
     */
    public Plugins(PluginOffers offers) {
        this.shelf = new PluginShelf(offers);
    }

    /** Adds a folder; one that does not exist is empty. */
    public Plugins lookIn(Path folder) {
        folders.add(folder);
        return this;
    }

    /** Looks at the folders again; whether what is in service has changed, so that live stages should be compiled anew. */
    public synchronized boolean rescan() {
        return shelf.update(folders.jars(shelf.known()));
    }

    /** What became of every jar. */
    public synchronized List<PluginStatus> status() {
        return shelf.status();
    }

    /** The class loaders of what is in service, for tests that see them go. */
    synchronized List<ClassLoader> loaders() {
        return shelf.plugins().map(LoadedPlugin::loader).toList();
    }

    @Override
    public Integration create(IntegrationDefinition definition) {
        return chosen(
                "integrations of type " + definition.type() + named(definition.uri()),
                LoadedPlugin::integrations,
                factory -> factory.types().contains(definition.type()) && factory.accepts(definition),
                (LoadedPlugin plugin, IntegrationFactory factory) ->
                        new PluginIntegration(plugin, factory, definition));
    }

    private static String named(String uri) {
        return uri.isEmpty() ? "" : " with the URI " + uri;
    }

    /**
     * Makes the authorizer of a definition.
     *
     * @throws IllegalArgumentException if no plugin serves it or it cannot work; the message says which and why
     */
    public Authorizer authorizer(AuthorizerDefinition definition) {
        return chosen(
                "authorizers of type " + definition.type(),
                LoadedPlugin::authorizers,
                factory -> factory.types().contains(definition.type()),
                (LoadedPlugin plugin, AuthorizerFactory factory) -> new PluginAuthorizer(plugin, factory, definition));
    }

    /**
     * Makes the response cache of a stage.
     *
     * @throws IllegalArgumentException if no plugin offers the kind or it cannot work; the message says which and why
     */
    public ResponseCache cache(String kind, CacheDefinition definition) {
        return chosen(
                "caches of kind " + kind,
                LoadedPlugin::caches,
                factory -> factory.kind().equals(kind),
                (LoadedPlugin plugin, CacheFactory factory) -> new PluginCache(plugin, factory, definition));
    }

    private record Candidate<F>(LoadedPlugin plugin, F factory) {}

    private <F, T> T chosen(
            String wanted,
            Function<LoadedPlugin, List<F>> offers,
            Predicate<F> serves,
            BiFunction<LoadedPlugin, F, T> make) {
        Candidate<F> only;
        Use whileMaking;
        synchronized (this) {
            only = onlyCandidate(wanted, offers, serves);
            whileMaking = new Use(only.plugin());
        }
        try {
            return make.apply(only.plugin(), only.factory());
        } finally {
            whileMaking.end();
        }
    }

    private <F> Candidate<F> onlyCandidate(String wanted, Function<LoadedPlugin, List<F>> offers, Predicate<F> serves) {
        List<Candidate<F>> candidates = new ArrayList<>();
        shelf.plugins()
                .forEach(plugin -> offers.apply(plugin).stream()
                        .filter(factory -> answersYes(plugin, factory, serves))
                        .forEach(factory -> candidates.add(new Candidate<>(plugin, factory))));
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no plugin serves " + wanted);
        }
        if (candidates.size() > 1) {
            throw new IllegalArgumentException("several plugins serve " + wanted + ": "
                    + candidates.stream().map(one -> one.plugin().toString()).collect(Collectors.joining(", ")));
        }
        return candidates.get(0);
    }

    private static <F> boolean answersYes(LoadedPlugin plugin, F factory, Predicate<F> question) {
        try {
            return plugin.within(() -> question.test(factory));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError broken) {
            LOG.warn("plugin {} cannot say what it serves and is passed over", plugin, broken);
            return false;
        }
    }
}
