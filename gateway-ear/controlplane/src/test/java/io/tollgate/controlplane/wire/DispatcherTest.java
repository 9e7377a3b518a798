package io.tollgate.controlplane.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatcherTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v2/apis/a/deployments, CreateDeployment",
        "GET, /v2/apis/a/stages/s, GetStage",
        "GET, /restapis/a/stages/s/sdks/java, GetSdk"
    })
    void anOperationWithoutAHandlerIsRefusedByNameAlsoIfAnotherServiceHasOneOfThatName(
            String verb, String address, String name) {
        try (ControlPlane plane = new ControlPlane()) {
            assertThat(plane.refusal(verb, address, "{}"))
                    .isEqualTo("501 NotImplementedException: Operation " + name
                            + " is not implemented by this version of Tollgate");
        }
    }

    @Test
    void anOperationWithAHandlerIsRun() {
        try (ControlPlane plane = new ControlPlane()) {
            assertThat(plane.json("GET", "/restapis", "").path("item")).isEmpty();
        }
    }
}
