package io.tollgate.dataplane.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** Gives a plugin the SPI and the platform from the gateway, everything else from its own jar. */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> FROM_THE_GATEWAY = List.of("io.tollgate.spi.", "org.slf4j.", "org.jspecify.");

    private final ClassLoader gateway;

    PluginClassLoader(URL jar, ClassLoader gateway) {
        super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.gateway = gateway;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return FROM_THE_GATEWAY.stream().anyMatch(name::startsWith)
                ? gateway.loadClass(name)
                : super.loadClass(name, resolve);
    }
}
