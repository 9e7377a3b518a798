package io.tollgate.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom, as the plan of the house has it. */
class ArrowTests {
    private static final Map<String, Set<String>> ARROWS = arrows();

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>(Map.of(
                "spi", Set.of(),
                "model", Set.of(),
                "db-migrations", Set.of(),
                "dataplane", Set.of("spi", "model"),
                "transport", Set.of("spi", "dataplane"),
                "sdk-generator", Set.of("spi", "model"),
                "docs-generator", Set.of("spi", "model"),
                "portal-web", Set.of("docs-generator"),
                "controlplane", Set.of("spi", "model", "sdk-generator", "docs-generator"),
                "server",
                        Set.of(
                                "spi",
                                "model",
                                "dataplane",
                                "transport",
                                "controlplane",
                                "sdk-generator",
                                "docs-generator",
                                "db-migrations")));
        House.MODULES.forEach((name, folder) -> {
            if (isPlugin(folder)) {
                arrows.put(name, Set.of("spi"));
            }
        });
        return arrows;
    }

    private static boolean isPlugin(Path folder) {
        return folder.getParent().endsWith("plugins");
    }

    static Stream<String> modules() {
        return House.MODULES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleKnowsOnlyThoseThatItsArrowsPointTo(String module) {
        Set<String> known = ARROWS.get(module);
        assertThat(known).as("arrows of " + module).isNotNull();
        classes()
                .that(House.of(module))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are its own, or of " + known + ", or foreign",
                        (JavaClass other) -> mayBeKnown(House.moduleOf(other), module, known)))
                .check(House.ALL);
    }

    private static boolean mayBeKnown(String other, String module, Set<String> known) {
        return other.isEmpty() || other.equals(module) || known.contains(other);
    }

    @Test
    void allModulesWereSeen() {
        assertThat(modules())
                .contains("spi", "model", "dataplane", "transport", "controlplane", "server", "testkit", "example");
        assertThat(House.ALL.size()).isGreaterThan(400);
        assertThat(modules())
                .allSatisfy(module -> assertThat(House.ALL.that(House.of(module)))
                        .as("classes of " + module)
                        .isNotEmpty());
    }

    @Test
    void arrowsBetweenModulesWereSeen() {
        Set<String> seen = new java.util.TreeSet<>();
        House.ALL.that(House.of("server")).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .forEach(dependency -> seen.add(House.moduleOf(dependency.getTargetClass())));
        assertThat(seen).contains("spi", "dataplane", "transport", "controlplane");
    }
}
