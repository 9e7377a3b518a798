package io.tollgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.it.server.RunningTollgate;
import io.tollgate.it.server.SharedTollgate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The launcher takes the libraries of others out of the WAR and puts them on the JVM's class path, H2 before Payara's own
 * libraries and the rest behind them: that it is so, and what makes it safe.
 */
class LibrariesTests {
    private static final Path BOXES = RunningTollgate.home().resolve("gateway-ear");
    private static final Path RUNTIME = BOXES.resolve("ear/target/runtime");

    @Test
    void payaraBringsTheClassesOfTheseLibrariesAndOfNoOthers() throws IOException {
        Set<String> payara = new HashSet<>();
        eachJar(BOXES.resolve("ear/target/payara-micro.jar"), "MICRO-INF/runtime/", (jar, classes) -> {
            payara.addAll(classes);
        });
        assertThat(payara).hasSizeGreaterThan(30_000);
        Set<String> both = new TreeSet<>();
        eachJar(BOXES.resolve("server/target/ROOT.war"), "WEB-INF/lib/", (jar, classes) -> {
            if (classes.stream().anyMatch(payara::contains)) {
                both.add(jar.replaceAll("-[0-9].*", ""));
            }
        });
        // Of these the launcher's gateway runs Payara's version, H2 excepted; look at the versions before you add one.
        assertThat(both)
                .containsExactly(
                        "accessors-smart",
                        "asm",
                        "classmate",
                        "h2",
                        "istack-commons-runtime",
                        "jaxb-core",
                        "jaxb-runtime",
                        "jboss-logging",
                        "json-smart",
                        "txw2");
    }

    @Nested
    @ExtendWith(SharedTollgate.class)
    class ARunningGateway {
        @Test
        void hasItsOwnJarsOnlyInTheWar(RunningTollgate tollgate) throws IOException {
            try (Stream<Path> own = Files.list(tollgate.data().resolve("runtime/applications/ROOT/WEB-INF/lib"))) {
                assertThat(own.map(jar -> jar.getFileName().toString()))
                        .hasSizeGreaterThan(4)
                        .allMatch(jar -> jar.startsWith("tollgate-"));
            }
            try (Stream<Path> libraries = Files.list(RUNTIME.resolve("libraries"))) {
                assertThat(libraries.map(jar -> jar.getFileName().toString()))
                        .hasSizeGreaterThan(30)
                        .noneMatch(jar -> jar.startsWith("tollgate-"));
            }
        }

        @Test
        void usesTheArchiveOfClasses(RunningTollgate tollgate) throws IOException {
            try (Stream<Path> files = Files.list(RUNTIME)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .anyMatch(file -> file.matches("classes-[0-9]+"));
            }
            // The JVM says so there when the class path is not the one of the archive.
            assertThat(tollgate.log())
                    .doesNotContainPattern("\\[error *]\\[(aot|cds)")
                    .doesNotContain("paths mismatch");
        }
    }

    private interface Jars {
        void seen(String name, Set<String> classes);
    }

    private static void eachJar(Path archive, String folder, Jars jars) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".jar")) {
                    jars.seen(
                            entry.getName().substring(folder.length()),
                            classes(new ByteArrayInputStream(entries.readAllBytes())));
                }
            }
        }
    }

    private static Set<String> classes(InputStream jar) throws IOException {
        Set<String> classes = new HashSet<>();
        ZipInputStream entries = new ZipInputStream(jar);
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.endsWith("-info.class")) {
                classes.add(name);
            }
        }
        return classes;
    }
}
