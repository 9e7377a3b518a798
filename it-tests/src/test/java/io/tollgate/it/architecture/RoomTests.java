package io.tollgate.it.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaPackage;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a module must not know of the world outside, and habits that all share. */
class RoomTests {
    private static final String[] SERVER_SIDE = {
        "jakarta..",
        "javax.persistence..",
        "java.sql..",
        "javax.sql..",
        "org.hibernate..",
        "org.flywaydb..",
        "fish.payara..",
        "com.hazelcast.."
    };

    @Test
    void thePureModulesKnowNoServerAndNoDatabase() {
        noClasses()
                .that(House.of("spi", "model", "dataplane", "transport"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(SERVER_SIDE))
                .check(House.ALL);
    }

    @Test
    void thePureModulesOpenNoSockets() {
        noClasses()
                .that(House.of("spi", "model", "dataplane"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.vertx..", "io.netty..", "java.net.http..", "java.nio.channels..")
                                .or(assignableTo(Socket.class))
                                .or(assignableTo(ServerSocket.class)))
                .check(House.ALL);
    }

    @Test
    void theSpiDependsOnNothing() {
        classes()
                .that(House.of("spi"))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", "io.tollgate.spi.."))
                .check(House.ALL);
    }

    @Test
    void onlyTheTransportKnowsVertx() {
        noClasses()
                .that(House.of("controlplane", "model", "dataplane", "spi"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.vertx..", "io.netty.."))
                .check(House.ALL);
    }

    @Test
    void nobodyUsesTheClientThatIsTooSlow() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net.http.."))
                .check(House.ALL);
    }

    @Test
    void nobodyWritesToTheConsole() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(House.ALL);
    }

    @Test
    void failuresHaveNames() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(House.ALL);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Bean)")
                .check(House.ALL);
    }

    @Test
    void everyPackageIsDescribedAndRefusesNull() {
        List<JavaPackage> packages = House.ALL.stream()
                .filter(type -> type.getPackageName().startsWith("io.tollgate"))
                .map(type -> type.getPackage())
                .distinct()
                .toList();
        assertThat(packages).hasSizeGreaterThan(40);
        assertThat(packages.stream()
                        .filter(one -> !one.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }
}
