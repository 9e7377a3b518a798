package io.tollgate.controlplane.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ping", "sping", "with blank", "with.dot"})
    void noStageMayBearTheNameOfAHealthPathOrOneThatNoPathHas(String name) {
        try (ControlPlane plane = new ControlPlane()) {
            SampleApi api = SampleApi.deployed(plane);
            String deployment =
                    plane.json("GET", api.stage(), "").get("deploymentId").textValue();
            String refusal =
                    "400 BadRequestException: Stage name only allows a-zA-Z0-9_- and is not one of [ping, sping]: "
                            + name;
            assertThat(plane.refusal(
                            "POST",
                            "/restapis/" + api.id() + "/stages",
                            "{\"stageName\":\"" + name + "\",\"deploymentId\":\"" + deployment + "\"}"))
                    .isEqualTo(refusal);
            assertThat(plane.refusal(
                            "POST", "/restapis/" + api.id() + "/deployments", "{\"stageName\":\"" + name + "\"}"))
                    .isEqualTo(refusal);
        }
    }
}
