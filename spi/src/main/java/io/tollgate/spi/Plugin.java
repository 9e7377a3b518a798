package io.tollgate.spi;

import io.tollgate.spi.authorizer.AuthorizerFactory;
import io.tollgate.spi.cache.CacheFactory;
import io.tollgate.spi.integration.IntegrationFactory;
import io.tollgate.spi.settings.NoSettings;
import java.util.List;

/**
 * The entrance of a plugin: says what the jar contributes. Every method contributes nothing by default, so a plugin
 * overrides the one line it needs. Implementations have a public constructor without parameters and keep no state.
 */
public interface Plugin {

    /**
     * The one name of the plugin: its folder, artifact, settings prefix, docs page and metric label, for example
     * {@code integration-http}. Lower-case letters, digits and hyphens.
     */
    String name();

    /** What the plugin is for, in a sentence or two; shown in the reference. */
    default String description() {
        return "";
    }

    /**
     * The record of what an operator can set, each component with a {@link io.tollgate.spi.settings.Setting}. Keys are
     * prefixed with {@code tollgate.plugin.} and the plugin's name. The values are checked when the plugin is loaded:
     * one that is wrong keeps the plugin from loading. {@link io.tollgate.spi.integration.IntegrationHost#settings}
     * gives the record.
     */
    default Class<? extends Record> settings() {
        return NoSettings.class;
    }

    /** The integration kinds of this plugin. */
    default List<IntegrationFactory> integrations() {
        return List.of();
    }

    /** The authorizer kinds of this plugin. */
    default List<AuthorizerFactory> authorizers() {
        return List.of();
    }

    /** The response cache kinds of this plugin. */
    default List<CacheFactory> caches() {
        return List.of();
    }
}
