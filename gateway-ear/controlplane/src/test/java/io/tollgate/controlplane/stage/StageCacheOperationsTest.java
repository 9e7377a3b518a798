package io.tollgate.controlplane.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Change.CacheFlush;
import io.tollgate.controlplane.wire.Change.Cached;
import io.tollgate.controlplane.wire.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageCacheOperationsTest {

    @ParameterizedTest
    @CsvSource({"data, RESPONSES", "authorizers, AUTHORIZATIONS"})
    void listenersAreToldWhatToForget(String cache, Cached what) {
        try (ControlPlane plane = new ControlPlane()) {
            SampleApi api = SampleApi.deployed(plane);
            List<Change> told = new ArrayList<>();
            plane.with(Changes.class, changes -> {
                changes.listen(told::add);
                return changes;
            });
            assertThat(plane.call("DELETE", api.stage() + "/cache/" + cache, "").body())
                    .isNull();
            assertThat(told).contains(new CacheFlush(api.id(), "live", what));
        }
    }

    @Test
    void everyFlushOfResponsesMakesANewVersionOfTheStageForAllNodes() {
        try (ControlPlane plane = new ControlPlane()) {
            SampleApi api = SampleApi.deployed(plane);
            StageVersion before = plane.with(Stages.class, Stages::versions).getFirst();
            plane.call("DELETE", api.stage() + "/cache/data", "");
            plane.call("DELETE", api.stage() + "/cache/data", "");
            StageVersion after = plane.with(Stages.class, Stages::versions).getFirst();
            assertThat(after.cacheGeneration()).isEqualTo(2);
            assertThat(after.version()).isEqualTo(before.version() + 2);
        }
    }

    @Test
    void aStageThatIsNotThereIsNotFound() {
        try (ControlPlane plane = new ControlPlane()) {
            SampleApi api = SampleApi.deployed(plane);
            for (String cache : List.of("data", "authorizers")) {
                assertThat(plane.refusal("DELETE", "/restapis/" + api.id() + "/stages/none/cache/" + cache, ""))
                        .isEqualTo("404 NotFoundException: Invalid stage identifier specified");
                assertThat(plane.refusal("DELETE", "/restapis/none/stages/live/cache/" + cache, ""))
                        .isEqualTo("404 NotFoundException: Invalid stage identifier specified");
            }
        }
    }
}
