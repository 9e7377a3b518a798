package io.tollgate.model.openapi;

import io.tollgate.model.stage.Stage;
import java.time.Instant;
import java.util.Map;

/** The stage whose API tests export. */
final class SampleStage {
    static final Stage LOCAL = new Stage(
            "dep",
            null,
            "local",
            null,
            false,
            null,
            "NOT_AVAILABLE",
            Map.of(),
            null,
            "v1",
            null,
            null,
            false,
            null,
            Instant.EPOCH,
            Instant.EPOCH);

    private SampleStage() {}
}
