package io.tollgate.dataplane.plugin;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a jar.
 *
 * @param jar the file
 * @param name the plugin's name; empty if nothing of the jar is in service
 * @param version what the jar's manifest calls Implementation-Version; empty if it says nothing
 * @param integrations the integration types it serves, sorted
 * @param authorizers the authorizer types it serves, sorted
 * @param caches the cache kinds it offers, sorted
 * @param error why the file as it is now could not be loaded; empty if it was. A plugin with a name and an error is the
 *     version from before the file changed
 */
public record PluginStatus(
        Path jar,
        String name,
        String version,
        List<String> integrations,
        List<String> authorizers,
        List<String> caches,
        String error) {

    /** Copies the lists. */
    public PluginStatus {
        integrations = List.copyOf(integrations);
        authorizers = List.copyOf(authorizers);
        caches = List.copyOf(caches);
    }
}
