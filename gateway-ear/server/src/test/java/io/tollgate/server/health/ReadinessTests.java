package io.tollgate.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadinessTests {
    private final Readiness readiness = new Readiness();

    private String told() {
        byte[] body = readiness.answer().body().read(1000).toCompletableFuture().join();
        return readiness.answer().status() + " " + new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void onlyWhoHasStartedAndIsNotEndingIsReady() {
        assertThat(told()).isEqualTo("503 {\"state\":\"starting\"}");
        readiness.begin();
        assertThat(told()).isEqualTo("200 {\"state\":\"ready\"}");
        assertThat(readiness.isEnding()).isFalse();
        readiness.end();
        assertThat(told()).isEqualTo("503 {\"state\":\"ending\"}");
        assertThat(readiness.isEnding()).isTrue();
    }
}
