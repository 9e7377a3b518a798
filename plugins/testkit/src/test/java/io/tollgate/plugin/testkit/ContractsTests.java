package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contracts themselves: a plugin that breaks a rule is found out, one that keeps them is not troubled. */
class ContractsTests {

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static String rule(Event event) {
        return event.getTestDescriptor()
                .getSource()
                .map(source -> ((org.junit.platform.engine.support.descriptor.MethodSource) source).getMethodName())
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                SampleContracts.KeptByIntegration.class,
                SampleContracts.KeptByAuthorizer.class,
                SampleContracts.KeptByCache.class
            })
    void aPluginThatKeepsItsContractPasses(Class<?> contract) {
        Events events = run(contract);
        assertThat(events.failed().stream().map(ContractsTests::rule)).isEmpty();
        assertThat(events.succeeded().count()).isGreaterThan(10);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(SampleContracts.HasABadName.class, List.of("itsNameIsLowerCaseWithHyphens")),
                Arguments.of(
                        SampleContracts.LeaksTheClientsFailure.class,
                        List.of("aBackendThatFailsIsAnIntegrationException")),
                Arguments.of(
                        SampleContracts.CallsEveryFailureATimeout.class,
                        List.of("aBackendThatFailsIsAnIntegrationException")),
                Arguments.of(SampleContracts.ForgetsTheBody.class, List.of("itTakesCareOfTheRequestBodyOnce")),
                Arguments.of(SampleContracts.ReadsTheBodyTwice.class, List.of("itTakesCareOfTheRequestBodyOnce")),
                Arguments.of(
                        SampleContracts.OpensWhenTheBackendFails.class, List.of("aBackendThatFailsNeverOpensTheDoor")),
                Arguments.of(
                        SampleContracts.KeepsEntriesForEver.class,
                        List.of("eachEntryHasItsOwnTime", "readingDoesNotProlongAndReplacingDoes")),
                Arguments.of(
                        SampleContracts.KeepsMoreThanItMay.class,
                        List.of("itStaysWithinItsBytes", "anEntryLargerThanTheCacheIsNotKeptAndHarmsNothing")),
                Arguments.of(SampleContracts.NeverForgets.class, List.of("flushingForgetsTheStageAndNoOther")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aPluginThatBreaksARuleFailsThatRuleAndNoOther(Class<?> contract, List<String> rules) {
        assertThat(run(contract).failed().stream().map(ContractsTests::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(rules);
    }
}
