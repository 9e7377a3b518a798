package io.tollgate.model.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackRuleTest {

    private static CallTally errors(long calls, long errors) {
        return new CallTally(calls, errors, 0, 0);
    }

    private static CallTally latency(long measured, long millis) {
        return new CallTally(measured, 0, measured, measured * millis * 1000);
    }

    @Test
    void aRuleIsReadInAnyOrder() {
        assertThat(RollbackRule.parse("minimum=20 latency=50 window=30 5xx=2.5"))
                .isEqualTo(new RollbackRule(2.5, 50.0, 20, Duration.ofSeconds(30)));
    }

    @Test
    void minimumAndWindowHaveDefaults() {
        assertThat(RollbackRule.parse("5xx=0")).isEqualTo(new RollbackRule(0.0, null, 100, Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "minimum=5",
                "5xx",
                "5xx=2,latency=3",
                "5xx=2 5xx=3",
                "5xx=-1",
                "5xx=101",
                "4xx=2",
                "latency=1e3",
                "5xx=1 minimum=0",
                "5xx=1 window=9",
                "5xx=1 window=3601"
            })
    void whatIsNoRuleIsRefused(String text) {
        assertThatThrownBy(() -> RollbackRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be");
    }

    @ParameterizedTest
    @CsvSource({
        // base calls and errors, canary calls and errors, verdict
        "1000, 10, 99, 99, false",
        "1000, 10, 100, 3, false",
        "1000, 10, 100, 4, true",
        "1000, 500, 100, 52, false",
        "0, 0, 100, 2, false",
        "0, 0, 100, 3, true",
    })
    void errorsCountFromTheMinimumOnAndOnlyBeyondTheMargin(
            long baseCalls, long baseErrors, long canaryCalls, long canaryErrors, boolean rolledBack) {
        assertThat(RollbackRule.parse("5xx=2")
                        .verdict(errors(baseCalls, baseErrors), errors(canaryCalls, canaryErrors))
                        .isPresent())
                .isEqualTo(rolledBack);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 100, 100, 150, false",
        "1000, 100, 100, 151, true",
        "1000, 100, 99, 500, false",
        "99, 100, 1000, 500, false",
        "0, 0, 1000, 500, false",
    })
    void latenciesAreComparedWhenBothSidesHaveEnough(
            long baseCalls, long baseMillis, long canaryCalls, long canaryMillis, boolean rolledBack) {
        assertThat(RollbackRule.parse("latency=50")
                        .verdict(latency(baseCalls, baseMillis), latency(canaryCalls, canaryMillis))
                        .isPresent())
                .isEqualTo(rolledBack);
    }

    @Test
    void theVerdictTellsTheFigures() {
        assertThat(RollbackRule.parse("5xx=2 latency=50").verdict(errors(900, 9), errors(100, 12)))
                .hasValue("5XX answers: 12.00 % of 100 canary calls, 1.00 % of 900 base calls, 2 percentage points"
                        + " tolerated");
        assertThat(RollbackRule.parse("5xx=2 latency=12.5").verdict(latency(900, 20), latency(100, 30)))
                .hasValue("latency: 30.00 ms on average of 100 canary calls, 20.00 ms of 900 base calls, 12.5 % more"
                        + " tolerated");
    }
}
