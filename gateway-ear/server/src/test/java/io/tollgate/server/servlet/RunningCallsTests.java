package io.tollgate.server.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RunningCallsTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final RunningCalls calls = new RunningCalls();

    @Test
    void withoutCallsThereIsNothingToWaitFor() {
        calls.begin();
        calls.end();
        calls.refuseNew();
        assertThat(calls.awaitNone(LONG)).isTrue();
    }

    @Test
    void theEndWaitsForTheLastCall() {
        calls.begin();
        calls.begin();
        calls.refuseNew();
        CompletableFuture<Boolean> none = CompletableFuture.supplyAsync(() -> calls.awaitNone(LONG));
        calls.end();
        assertThat(none).isNotDone();
        calls.end();
        assertThat(none.join()).isTrue();
    }

    @Test
    void aCallThatDoesNotEndIsGivenUp() {
        calls.begin();
        calls.refuseNew();
        assertThat(calls.awaitNone(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void newCallsAreRefusedOnlyAtTheEnd() {
        assertThat(calls.refusesNew()).isFalse();
        calls.refuseNew();
        assertThat(calls.refusesNew()).isTrue();
    }
}
