package io.tollgate.dataplane.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The launcher puts Velocity outside the web application, where it cannot see our classes by itself. */
class VelocityOutsideTests {

    private static URL[] classPath(Predicate<Path> chosen) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(chosen)
                .map(VelocityOutsideTests::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path path) {
        return Files.isDirectory(path) || path.getFileName().toString().startsWith("tollgate-");
    }

    @Test
    void templatesAreParsedOnAThreadWhoseContextIsNotOurs() throws Exception {
        URL[] libraries = classPath(path -> !isOurs(path));
        URL[] own = classPath(VelocityOutsideTests::isOurs);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader outside = new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
                URLClassLoader application = new URLClassLoader(own, outside)) {
            thread.setContextClassLoader(outside);
            Class<?> template = application.loadClass(MappingTemplate.class.getName());
            assertThat(template).isNotSameAs(MappingTemplate.class);
            assertThat(template.getMethod("parse", String.class).invoke(null, "#if(true)x#end"))
                    .isInstanceOf(template);
            assertThat(thread.getContextClassLoader()).isSameAs(outside);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
