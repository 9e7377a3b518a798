package io.tollgate.dataplane.plugin;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;

/** Gives a plugin the SPI, slf4j and the JDK from the gateway, everything else from its own jar. */
final class PluginClassLoader extends URLClassLoader {
    private static final String SPI = "io.tollgate.spi.";
    private static final Set<String> SLF4J =
            Set.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader gateway;

    PluginClassLoader(URL jar, ClassLoader gateway) {
        super(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
        this.gateway = gateway;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(SPI) || SLF4J.contains(packageOf(name))
                ? gateway.loadClass(name)
                : super.loadClass(name, resolve);
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }
}
