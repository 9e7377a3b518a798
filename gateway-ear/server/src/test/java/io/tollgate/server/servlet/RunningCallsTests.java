package io.tollgate.server.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
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
    void theEndWaitsForTheLastCall() throws Exception {
        calls.begin();
        calls.begin();
        calls.refuseNew();
        calls.end();
        FutureTask<Boolean> none = new FutureTask<>(() -> calls.awaitNone(LONG));
        Thread waiting = Thread.ofPlatform().daemon().start(none);
        while (waiting.getState() != Thread.State.WAITING && !none.isDone()) {
            Thread.onSpinWait();
        }
        calls.end();
        assertThat(none.get()).isTrue();
    }

    @Test
    void aCallThatDoesNotEndIsGivenUp() {
        calls.begin();
        calls.begin();
        calls.refuseNew();
        calls.end();
        assertThat(calls.awaitNone(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void newCallsAreRefusedOnlyAtTheEnd() {
        assertThat(calls.refusesNew()).isFalse();
        calls.refuseNew();
        assertThat(calls.refusesNew()).isTrue();
    }
}
