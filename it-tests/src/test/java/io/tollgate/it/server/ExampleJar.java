package io.tollgate.it.server;

import io.tollgate.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The example plugin, built from its sources with another default greeting, as its author's next version would be. */
public final class ExampleJar {
    private static final Path EXAMPLE = RunningTollgate.home().resolve("plugins/example/src/main");

    private ExampleJar() {}

    /** A jar of the plugin that says this greeting. */
    public static Path thatSays(String greeting, Path work) throws IOException {
        Path sources = copy(EXAMPLE.resolve("java"), work.resolve(greeting + "-sources"), greeting);
        Path classes = copy(EXAMPLE.resolve("resources"), work.resolve(greeting + "-classes"), greeting);
        compile(sources, classes);
        return pack(classes, work.resolve(greeting + ".jar"));
    }

    private static Path copy(Path from, Path to, String greeting) throws IOException {
        for (Path file : filesOf(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.writeString(target, Files.readString(file).replace("\"Hello\"", "\"" + greeting + "\""));
        }
        return to;
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    List.of(locationOf(Plugin.class), locationOf(org.jspecify.annotations.NullMarked.class)));
            List<String> options = List.of("--release", "21", "-proc:none");
            boolean compiled = compiler.getTask(
                            null, files, null, options, null, files.getJavaFileObjectsFromPaths(filesOf(sources)))
                    .call();
            if (!compiled) {
                throw new IllegalStateException("the example plugin does not compile");
            }
        }
    }

    private static Path locationOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            for (Path content : filesOf(classes)) {
                entries.putNextEntry(new JarEntry(classes.relativize(content).toString()));
                Files.copy(content, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }
}
