package io.tollgate.controlplane.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import io.tollgate.controlplane.wire.Change;
import io.tollgate.controlplane.wire.Changes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Options of stages: tags that begin with {@code tollgate:}. */
class StageOptionsTest {
    private static final String BAD = "{\"tags\":{\"tollgate:canary-sticky\":\"user\"}}";
    private static final String REFUSED = "400 BadRequestException: Invalid value 'user' of tag tollgate:canary-sticky:"
            + " must be header:NAME or cookie:NAME";

    private final ControlPlane plane = new ControlPlane();
    private final SampleApi api = SampleApi.deployed(plane);

    @AfterEach
    void close() {
        plane.close();
    }

    private static String tags(String path) {
        return "/tags/" + URLEncoder.encode("arn:aws:apigateway:eu-west-1::" + path, StandardCharsets.UTF_8);
    }

    private StageVersion version() {
        return plane.with(Stages.class, Stages::versions).getFirst();
    }

    private Map<String, String> tagsOfStage() {
        return plane.with(Stages.class, stages -> stages.tags(api.id(), "live"));
    }

    @Test
    void aNewTagMakesANewVersionThatNodesHearOf() {
        List<Change> told = new ArrayList<>();
        plane.with(Changes.class, changes -> {
            changes.listen(told::add);
            return changes;
        });
        StageVersion before = version();
        plane.call("PUT", tags(api.stage()), "{\"tags\":{\"tollgate:canary-force-header\":\"X-Canary\"}}");
        assertThat(version().version()).isEqualTo(before.version() + 1);
        assertThat(told).containsExactly(new Change.OfApi(api.id()));
        assertThat(tagsOfStage()).isEqualTo(Map.of("tollgate:canary-force-header", "X-Canary"));
    }

    @Test
    void aTagThatGoesMakesANewVersionToo() {
        plane.call("PUT", tags(api.stage()), "{\"tags\":{\"tollgate:canary-force-header\":\"X-Canary\"}}");
        StageVersion before = version();
        plane.call("DELETE", tags(api.stage()) + "?tagKeys=tollgate:canary-force-header", "");
        assertThat(version().version()).isEqualTo(before.version() + 1);
        assertThat(tagsOfStage()).isEmpty();
    }

    @Test
    void aBadOptionIsRefusedWhenItIsSetAndNothingIsKept() {
        assertThat(plane.refusal("PUT", tags(api.stage()), BAD)).isEqualTo(REFUSED);
        assertThat(tagsOfStage()).isEmpty();
    }

    @Test
    void aBadOptionIsRefusedWhenTheStageIsMade() {
        String deployment =
                plane.json("GET", api.stage(), "").path("deploymentId").asText();
        String body = "{\"stageName\":\"next\",\"deploymentId\":\"" + deployment + "\"," + BAD.substring(1);
        assertThat(plane.refusal("POST", "/restapis/" + api.id() + "/stages", body))
                .isEqualTo(REFUSED);
        assertThat(plane.refusal("GET", "/restapis/" + api.id() + "/stages/next", ""))
                .startsWith("404");
    }

    @Test
    void whatHasNoOptionsRefusesThemAll() {
        assertThat(plane.refusal("PUT", tags("/restapis/" + api.id()), BAD))
                .isEqualTo(
                        "400 BadRequestException: Unknown option in tag tollgate:canary-sticky. There are none here.");
    }
}
