package io.tollgate.dataplane.plugin;

import java.util.List;

/**
 * What became of a jar.
 *
 * @param jar the file's name
 * @param name the plugin's name, or empty if it could not be loaded
 * @param types the integration types it serves
 * @param error why it could not be loaded, or empty
 */
public record PluginStatus(String jar, String name, List<String> types, String error) {}
