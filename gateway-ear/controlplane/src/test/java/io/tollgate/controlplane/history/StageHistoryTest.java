package io.tollgate.controlplane.history;

import static io.tollgate.controlplane.history.StageEvent.CANARY_CHANGED;
import static io.tollgate.controlplane.history.StageEvent.CANARY_DEPLOYED;
import static io.tollgate.controlplane.history.StageEvent.CANARY_REMOVED;
import static io.tollgate.controlplane.history.StageEvent.CREATED;
import static io.tollgate.controlplane.history.StageEvent.DELETED;
import static io.tollgate.controlplane.history.StageEvent.DEPLOYED;
import static io.tollgate.controlplane.history.StageEvent.PROMOTED;
import static io.tollgate.controlplane.history.StageEvent.ROLLED_BACK;
import static io.tollgate.controlplane.testing.SampleApi.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.testing.SampleApi;
import io.tollgate.controlplane.wire.Page;
import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.error.ApiException.NotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StageHistoryTest {
    private final ControlPlane plane = new ControlPlane();
    private final SampleApi api = SampleApi.deployed(plane);

    @AfterEach
    void close() {
        plane.close();
    }

    private Page<HistoryEntry> page(@Nullable String position, int limit) {
        return plane.with(
                StageHistory.class,
                history -> history.page(api.id(), "live", position, limit, id -> "description of " + id));
    }

    private List<HistoryEntry> entries() {
        return page(null, 100).item();
    }

    private String deploy(String body) {
        return plane.json("POST", "/restapis/" + api.id() + "/deployments", body)
                .path("id")
                .asText();
    }

    private String live() {
        return plane.json("GET", api.stage(), "").path("deploymentId").asText();
    }

    @Test
    void aReleaseByCanaryAndItsRollbackAreTold() {
        String first = live();
        String second = deploy("{\"stageName\":\"live\",\"canarySettings\":{\"percentTraffic\":10}}");
        plane.call("PATCH", api.stage(), patch("replace", "/canarySettings/percentTraffic", "50"));
        plane.call(
                "PATCH",
                api.stage(),
                "{\"patchOperations\":[{\"op\":\"copy\",\"from\":\"/canarySettings/deploymentId\","
                        + "\"path\":\"/deploymentId\"},"
                        + "{\"op\":\"replace\",\"path\":\"/canarySettings/percentTraffic\",\"value\":\"0.0\"}]}");
        plane.call("PATCH", api.stage(), "{\"patchOperations\":[{\"op\":\"remove\",\"path\":\"/canarySettings\"}]}");
        String third = deploy("{\"stageName\":\"live\"}");
        plane.call("PATCH", api.stage(), patch("replace", "/deploymentId", first));
        assertThat(live()).isEqualTo(first);
        assertThat(entries())
                .extracting(HistoryEntry::event)
                .containsExactly(
                        ROLLED_BACK, DEPLOYED, CANARY_REMOVED, PROMOTED, CANARY_CHANGED, CANARY_DEPLOYED, CREATED);
        assertThat(entries())
                .extracting(HistoryEntry::deploymentId)
                .containsExactly(first, third, second, second, first, first, first);
        assertThat(entries().get(4).canarySettings()).isNotNull().satisfies(canary -> {
            assertThat(canary.deploymentId()).isEqualTo(second);
            assertThat(canary.percentTraffic()).isEqualTo(50);
        });
    }

    @Test
    void everyEntryTellsWhoAndWhenAndEndsWhereTheNextBegins() {
        deploy("{\"stageName\":\"live\"}");
        List<HistoryEntry> entries = entries();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.by()).isEqualTo("AKID");
            assertThat(entry.requestId()).isEqualTo("request");
            assertThat(entry.description()).isEqualTo("description of " + entry.deploymentId());
            assertThat(entry.from()).isEqualTo(ControlPlane.NOW.toString());
        });
        assertThat(entries.get(0).to()).isNull();
        assertThat(entries.get(1).to()).isEqualTo(entries.get(0).from());
    }

    private String asked(String query) {
        Map<String, String> path = Map.of("restapi_id", api.id(), "stage_name", "live");
        return new String(
                Objects.requireNonNull(
                        plane.ours("GetStageHistory", path, query, "").body()),
                StandardCharsets.UTF_8);
    }

    @Test
    void theOperationTellsAPageAndRefusesAnUnknownStage() {
        deploy("{\"stageName\":\"live\",\"description\":\"second release\"}");
        assertThat(asked("limit=1"))
                .matches("\\{\"position\":\"\\d+\",\"item\":\\[\\{\"event\":\"DEPLOYED\",\"deploymentId\":\"\\w+\","
                        + "\"description\":\"second release\",\"from\":\"2026-01-02T03:04:05Z\",\"by\":\"AKID\","
                        + "\"requestId\":\"request\"}]}");
        assertThatThrownBy(() ->
                        plane.ours("GetStageHistory", Map.of("restapi_id", api.id(), "stage_name", "none"), "", ""))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void pagesTogetherAreTheWhole() {
        for (int i = 0; i < 6; i++) {
            deploy("{\"stageName\":\"live\"}");
        }
        List<HistoryEntry> all = new ArrayList<>();
        String position = null;
        do {
            Page<HistoryEntry> page = page(position, 3);
            assertThat(page.item()).hasSizeLessThanOrEqualTo(3);
            all.addAll(page.item());
            position = page.position();
        } while (position != null);
        assertThat(all).hasSize(7).isEqualTo(entries());
    }

    @Test
    void aPositionThatNoPageGaveIsRefused() {
        assertThatThrownBy(() -> page("abc", 3)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void whatLeavesDeploymentsAsTheyAreIsNoEvent() {
        plane.call("PATCH", api.stage(), patch("replace", "/description", "other"));
        plane.call("PATCH", api.stage(), patch("replace", "/deploymentId", live()));
        assertThat(entries()).extracting(HistoryEntry::event).containsExactly(CREATED);
    }

    @Test
    void theHistoryOutlivesTheStageButNotTheApi() {
        String deployment = live();
        plane.call("DELETE", api.stage(), "");
        plane.call(
                "POST",
                "/restapis/" + api.id() + "/stages",
                "{\"stageName\":\"live\",\"deploymentId\":\"" + deployment + "\"}");
        assertThat(entries()).extracting(HistoryEntry::event).containsExactly(CREATED, DELETED, CREATED);
        plane.call("DELETE", "/restapis/" + api.id(), "");
        assertThat(entries()).isEmpty();
    }
}
