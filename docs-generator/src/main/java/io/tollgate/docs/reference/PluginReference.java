package io.tollgate.docs.reference;

import io.tollgate.spi.Plugin;
import io.tollgate.spi.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The page of a plugin: what it is for, what it contributes, and its settings. */
public final class PluginReference {

    private PluginReference() {}

    /** The page of this plugin. */
    public static ReferencePage of(Plugin plugin) {
        String settings = Settings.of(plugin.settings(), "tollgate.plugin." + plugin.name() + ".")
                .markdown();
        return new ReferencePage(
                "plugins/" + plugin.name() + ".md",
                "# " + plugin.name() + "\n\n" + plugin.description() + "\n\n" + contributions(plugin)
                        + "\n## Settings\n\n" + (settings.isEmpty() ? "There are none.\n" : settings));
    }

    private static String contributions(Plugin plugin) {
        List<String> lines = new ArrayList<>();
        plugin.integrations()
                .forEach(factory ->
                        lines.add("Integration kind `" + factory.kind() + "`, for " + types(factory.types())));
        plugin.authorizers()
                .forEach(factory ->
                        lines.add("Authorizer kind `" + factory.kind() + "`, for " + types(factory.types())));
        plugin.caches().forEach(factory -> lines.add("Cache kind `" + factory.kind() + "`"));
        return lines.stream().map(line -> "* " + line + "\n").collect(Collectors.joining());
    }

    private static String types(Collection<String> types) {
        return types.stream().sorted().map(type -> "`" + type + "`").collect(Collectors.joining(", "));
    }
}
