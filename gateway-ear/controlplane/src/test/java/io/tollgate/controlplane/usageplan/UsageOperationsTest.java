package io.tollgate.controlplane.usageplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of these tests stands on Friday, 2 January 2026. */
class UsageOperationsTest {
    private final ControlPlane plane = new ControlPlane();
    private String plan = "";
    private String key = "";

    @AfterEach
    void stop() {
        plane.close();
    }

    private void make(String quota) {
        plan = plane.json("POST", "/usageplans", "{\"name\":\"p\"" + quota + "}")
                .path("id")
                .asText();
        key = plane.json("POST", "/apikeys", "{\"enabled\":true}").path("id").asText();
        plane.call("POST", "/usageplans/" + plan + "/keys", "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}");
    }

    private void used(String day, long calls) {
        plane.with(UsageStore.class, store -> {
            store.add(plan, key, LocalDate.parse(day), calls);
            return store;
        });
    }

    private JsonNode usage(String first, String last) {
        return plane.json("GET", "/usageplans/" + plan + "/usage?startDate=" + first + "&endDate=" + last, "");
    }

    private String grant(String remaining) {
        return "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"/remaining\",\"value\":\"" + remaining + "\"}]}";
    }

    @Test
    void everyDayHasWhatWasUsedAndWhatWasLeftOfTheWeek() {
        make(",\"quota\":{\"limit\":100,\"period\":\"WEEK\"}");
        used("2025-12-28", 7);
        used("2025-12-29", 10);
        used("2025-12-29", 5);
        used("2025-12-31", 20);
        JsonNode usage = usage("2025-12-28", "2025-12-31");
        assertThat(usage.path("usagePlanId").asText()).isEqualTo(plan);
        assertThat(usage.at("/values/" + key)).hasToString("[[7,93],[15,85],[0,85],[20,65]]");
    }

    @Test
    void aGrantChangesWhatIsLeft() {
        make(",\"quota\":{\"limit\":100,\"period\":\"DAY\"}");
        used("2026-01-02", 30);
        JsonNode granted = plane.json("PATCH", "/usageplans/" + plan + "/keys/" + key + "/usage", grant("500"));
        assertThat(granted.at("/values/" + key)).hasToString("[[30,500]]");
        assertThat(usage("2026-01-02", "2026-01-02").at("/values/" + key)).hasToString("[[30,500]]");
    }

    @Test
    void nodesLeaseWhatIsThereAndNoMore() {
        make("");
        LocalDate start = LocalDate.parse("2026-01-01");
        plane.with(UsageStore.class, store -> {
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isEqualTo(4);
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isEqualTo(2);
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isEqualTo(1);
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isZero();
            store.giveBack(plan, key, start, 2);
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isEqualTo(2);
            store.grant(plan, key, start, 1);
            assertThat(store.lease(plan, key, start, 10, 3, 4)).isEqualTo(1);
            assertThat(store.lease(plan, key, start.plusDays(1), 10, 3, 20)).isEqualTo(10);
            return store;
        });
    }

    @Test
    void aPlanWithoutQuotaGrantsNothing() {
        make("");
        assertThat(plane.refusal("PATCH", "/usageplans/" + plan + "/keys/" + key + "/usage", grant("5")))
                .isEqualTo("400 BadRequestException: Usage Plan " + plan + " has no quota");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            startDate=2026-01-02&endDate=2026-01-01 | Invalid usage dates: startDate must not be after endDate
            startDate=2025-01-01&endDate=2026-01-01 | Invalid usage dates: the range cannot exceed 90 days
            startDate=01.01.2026&endDate=2026-01-01 | Invalid startDate specified: 01.01.2026, it must be yyyy-MM-dd
            startDate=2026-01-01                    | The parameter endDate is required
            """)
    void datesThatMakeNoRangeAreRefused(String query, String refusal) {
        make("");
        assertThat(plane.refusal("GET", "/usageplans/" + plan + "/usage?" + query, ""))
                .isEqualTo("400 BadRequestException: " + refusal);
    }

    @Test
    void whatALeavingKeyHasUsedIsForgotten() {
        make("");
        used("2026-01-02", 30);
        plane.call("DELETE", "/usageplans/" + plan + "/keys/" + key, "");
        plane.call("POST", "/usageplans/" + plan + "/keys", "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}");
        assertThat(usage("2026-01-02", "2026-01-02").at("/values/" + key)).hasToString("[[0,0]]");
    }
}
