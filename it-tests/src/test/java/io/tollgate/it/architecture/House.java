package io.tollgate.it.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.tollgate.it.server.RunningTollgate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The modules as they were compiled. A module's name is its folder, as in the plan of the house. */
final class House {
    private static final String CLASSES = "/target/classes/";

    /** The folders of modules with product code, by name. */
    static final Map<String, Path> MODULES = modules();

    /** The classes of all modules. */
    static final JavaClasses ALL = new ClassFileImporter()
            .importPaths(MODULES.values().stream()
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList());

    private House() {}

    private static Map<String, Path> modules() {
        Map<String, Path> found = new TreeMap<>();
        for (String parent : List.of("", "plugins", "gateway-ear")) {
            Path folder = RunningTollgate.home().resolve(parent);
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(House::hasClasses)
                        .forEach(module -> found.put(module.getFileName().toString(), module));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return found;
    }

    private static boolean hasClasses(Path module) {
        Path sources = module.resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of the module that a class comes from; empty for one that is not ours. */
    static String moduleOf(JavaClass type) {
        String uri = type.getSource().map(source -> source.getUri().toString()).orElse("");
        int end = uri.indexOf(CLASSES);
        return end < 0 ? "" : uri.substring(uri.lastIndexOf('/', end - 1) + 1, end);
    }

    /** Classes of one of these modules. */
    static DescribedPredicate<JavaClass> of(String... modules) {
        List<String> names = List.of(modules);
        return DescribedPredicate.describe("of " + String.join(", ", modules), type -> names.contains(moduleOf(type)));
    }
}
