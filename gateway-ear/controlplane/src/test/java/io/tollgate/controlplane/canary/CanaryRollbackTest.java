package io.tollgate.controlplane.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.history.HistoryEntry;
import io.tollgate.controlplane.history.StageEvent;
import io.tollgate.controlplane.history.StageHistory;
import io.tollgate.controlplane.stage.StageVersion;
import io.tollgate.controlplane.stage.Stages;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import io.tollgate.model.error.ApiException;
import io.tollgate.model.error.ApiException.ConflictException;
import io.tollgate.model.stage.CallTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CanaryRollbackTest {
    private final ControlPlane plane = new ControlPlane();
    private final SampleApi api = SampleApi.deployed(plane);

    @BeforeEach
    void startCanary() {
        plane.call(
                "POST",
                "/restapis/" + api.id() + "/deployments",
                "{\"stageName\":\"live\",\"canarySettings\":{\"percentTraffic\":10,"
                        + "\"stageVariableOverrides\":{\"color\":\"green\"},\"useStageCache\":true}}");
    }

    @AfterEach
    void close() {
        plane.close();
    }

    private StageVersion version() {
        return plane.with(Stages.class, stages -> stages.version(api.id(), "live"))
                .orElseThrow();
    }

    private List<HistoryEntry> history() {
        return plane.with(StageHistory.class, history -> history.page(api.id(), "live", null, 9, id -> null))
                .item();
    }

    @Test
    void theShareBecomesNoneAndTheRestOfTheCanaryStays() {
        JsonNode before = plane.json("GET", api.stage(), "").path("canarySettings");
        plane.run(CanaryRollback.request(version(), "5XX answers"));
        JsonNode after = plane.json("GET", api.stage(), "").path("canarySettings");
        assertThat(after.path("percentTraffic").asDouble()).isZero();
        assertThat(after.path("deploymentId")).isEqualTo(before.path("deploymentId"));
        assertThat(after.path("stageVariableOverrides")).isEqualTo(before.path("stageVariableOverrides"));
        assertThat(after.path("useStageCache").asBoolean()).isTrue();
    }

    @Test
    void theHistoryAndTheAuditTellThatTheGatewayDidIt() {
        plane.run(CanaryRollback.request(version(), "5XX answers"));
        HistoryEntry newest = history().getFirst();
        assertThat(newest.event()).isSameAs(StageEvent.CANARY_ROLLED_BACK);
        assertThat(newest.by()).isEqualTo("tollgate");
        assertThat(newest.reason()).isEqualTo("5XX answers");
        assertThat(plane.audited())
                .last()
                .asString()
                .startsWith("tollgate RollBackCanary OK")
                .contains("5XX answers");
    }

    @Test
    void aStageThatHasChangedSinceItWasJudgedIsLeftAlone() {
        StageVersion judged = version();
        plane.call("PATCH", api.stage(), SampleApi.patch("replace", "/canarySettings/percentTraffic", "20"));
        assertThatThrownBy(() -> plane.run(CanaryRollback.request(judged, "5XX answers")))
                .isInstanceOf(ConflictException.class);
        assertThat(plane.json("GET", api.stage(), "")
                        .path("canarySettings")
                        .path("percentTraffic")
                        .asDouble())
                .isEqualTo(20);
    }

    @Test
    void ofManyNodesAtTheSameMomentOneDoesIt() throws Exception {
        StageVersion judged = version();
        CountDownLatch all = new CountDownLatch(8);
        Callable<String> node = () -> {
            all.countDown();
            all.await();
            try {
                plane.run(CanaryRollback.request(judged, "5XX answers"));
                return "done";
            } catch (ApiException refused) {
                return refused.code();
            }
        };
        List<String> outcomes = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(nodes.submit(node));
            }
            for (Future<String> one : running) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce("done").containsOnly("done", "ConflictException");
        assertThat(history())
                .filteredOn(entry -> entry.event() == StageEvent.CANARY_ROLLED_BACK)
                .hasSize(1);
    }

    @Test
    void whatNodesHaveCountedIsSummedOverTheWindow() {
        StageVersion stage = version();
        StageVersion earlier = new StageVersion(stage.apiId(), stage.name(), stage.version() - 1, 0);
        CallTally sum = plane.with(CanaryCalls.class, calls -> {
            calls.add(stage, true, "a", ControlPlane.NOW, new CallTally(10, 1, 9, 900));
            calls.add(stage, true, "a", ControlPlane.NOW, new CallTally(5, 0, 5, 100));
            calls.add(stage, true, "b", ControlPlane.NOW.minusSeconds(50), new CallTally(2, 2, 0, 0));
            calls.add(stage, true, "b", ControlPlane.NOW.minusSeconds(90), new CallTally(100, 100, 0, 0));
            calls.add(stage, false, "a", ControlPlane.NOW, new CallTally(1000, 0, 0, 0));
            calls.add(earlier, true, "a", ControlPlane.NOW, new CallTally(1000, 1000, 0, 0));
            return calls.since(stage, true, ControlPlane.NOW.minusSeconds(60));
        });
        assertThat(sum).isEqualTo(new CallTally(17, 3, 14, 1000));
    }

    @Test
    void whatIsOlderThanAnyWindowIsForgotten() {
        StageVersion stage = version();
        CallTally left = plane.with(CanaryCalls.class, calls -> {
            calls.add(stage, true, "a", ControlPlane.NOW, new CallTally(1, 0, 0, 0));
            calls.add(stage, true, "a", ControlPlane.NOW.minusSeconds(3700), new CallTally(7, 0, 0, 0));
            calls.forgetOld(ControlPlane.NOW);
            return calls.since(stage, true, ControlPlane.NOW.minus(Duration.ofDays(1)));
        });
        assertThat(left.calls()).isEqualTo(1);
    }
}
