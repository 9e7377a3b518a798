package io.tollgate.dataplane.plugin;

import io.tollgate.spi.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The private copy of a jar and its class loader: the file in the folder may change while the copy is in use. */
final class PluginJar implements AutoCloseable {
    static final long LARGEST = 64L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(PluginJar.class);

    private final Path origin;
    private final Path copy;
    private final String version;
    private final PluginClassLoader loader;

    private PluginJar(Path origin, Path copy) throws IOException {
        this.origin = origin;
        this.copy = copy;
        this.version = versionOf(copy);
        this.loader = new PluginClassLoader(copy.toUri().toURL(), PluginJar.class.getClassLoader());
    }

    /** Copies and opens a jar. */
    static PluginJar open(Path jar) throws IOException {
        Path copy = Files.createTempFile("tollgate-plugin-", ".jar");
        copy.toFile().deleteOnExit();
        try {
            copyBounded(jar, copy);
            return new PluginJar(jar, copy);
        } catch (IOException | RuntimeException unusable) {
            Files.deleteIfExists(copy);
            throw unusable;
        }
    }

    private static void copyBounded(Path jar, Path copy) throws IOException {
        try (InputStream from = Files.newInputStream(jar);
                OutputStream to = Files.newOutputStream(copy)) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                size += count;
                if (size > LARGEST) {
                    throw new IllegalArgumentException("the jar has more than " + LARGEST + " bytes");
                }
                to.write(buffer, 0, count);
            }
        }
    }

    private static String versionOf(Path copy) throws IOException {
        try (JarFile file = new JarFile(copy.toFile())) {
            Manifest manifest = file.getManifest();
            String version = manifest == null
                    ? null
                    : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
            return Objects.requireNonNullElse(version, "");
        }
    }

    /** The file in the plugin folder. */
    Path origin() {
        return origin;
    }

    /** The version in the manifest, or empty. */
    String version() {
        return version;
    }

    /** The loader of the plugin's classes. */
    ClassLoader loader() {
        return loader;
    }

    /** Makes the one plugin that the jar names. */
    Plugin plugin() {
        List<ServiceLoader.Provider<Plugin>> found =
                ServiceLoader.load(Plugin.class, loader).stream().toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "META-INF/services/" + Plugin.class.getName() + " must name one class, it names " + found.size());
        }
        return found.get(0).get();
    }

    @Override
    public void close() {
        try {
            loader.close();
            Files.deleteIfExists(copy);
        } catch (IOException left) {
            LOG.debug("{} was left behind", copy, left);
        }
    }
}
