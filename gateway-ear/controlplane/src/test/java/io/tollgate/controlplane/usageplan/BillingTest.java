package io.tollgate.controlplane.usageplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BillingTest {
    private final ControlPlane plane = new ControlPlane();

    @AfterEach
    void stop() {
        plane.close();
    }

    private String plan(String name) {
        String id = plane.json("POST", "/usageplans", "{\"name\":\"" + name + "\"}")
                .path("id")
                .asText();
        patch("/usageplans/" + id, "/productCode", "code of " + name);
        return id;
    }

    private void patch(String address, String path, String value) {
        plane.call(
                "PATCH",
                address,
                "{\"patchOperations\":[{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":\"" + value + "\"}]}");
    }

    private String key(String plan, String name) {
        String id = plane.json("POST", "/apikeys", "{\"name\":\"" + name + "\",\"customerId\":\"c-" + name + "\"}")
                .path("id")
                .asText();
        join(plan, id);
        return id;
    }

    private void join(String plan, String key) {
        plane.call("POST", "/usageplans/" + plan + "/keys", "{\"keyId\":\"" + key + "\",\"keyType\":\"API_KEY\"}");
    }

    private void leave(String plan, String key) {
        plane.call("DELETE", "/usageplans/" + plan + "/keys/" + key, "");
    }

    private void used(String plan, String key, String day, long calls) {
        plane.with(UsageStore.class, store -> {
            store.add(plan, key, LocalDate.parse(day), calls);
            return store;
        });
    }

    private static List<String> lines(Reply reply) {
        String text = new String(Objects.requireNonNull(reply.body()), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\r\n");
        List<String> lines = text.lines().toList();
        assertThat(lines.getFirst())
                .isEqualTo("usagePlanId,usagePlanName,productCode,apiKeyId,apiKeyName,customerId,month,calls");
        return lines.subList(1, lines.size());
    }

    private List<String> bill(String plan, String month) {
        return lines(plane.ours("GetBilling", Map.of("id", plan), "month=" + month, ""));
    }

    private List<String> bills(String month) {
        return lines(plane.ours("GetBilling", Map.of(), "month=" + month, ""));
    }

    private static String line(String plan, String name, String key, String keyName, long calls) {
        return String.join(
                ",", plan, name, "code of " + name, key, keyName, "c-" + keyName, "2026-01", Long.toString(calls));
    }

    @Test
    void everyKeyThatCalledHasALineWithItsSumOfTheMonth() {
        String gold = plan("gold");
        String ann = key(gold, "ann");
        String bob = key(gold, "bob");
        key(gold, "idle");
        used(gold, ann, "2025-12-31", 5);
        used(gold, ann, "2026-01-01", 10);
        used(gold, ann, "2026-01-31", 20);
        used(gold, ann, "2026-02-01", 40);
        used(gold, bob, "2026-01-15", 1);
        assertThat(bill(gold, "2026-01"))
                .containsExactlyInAnyOrder(line(gold, "gold", ann, "ann", 30), line(gold, "gold", bob, "bob", 1));
        assertThat(bill(gold, "2026-03")).isEmpty();
    }

    @Test
    void theAnswerIsAFileOfCsv() {
        Reply reply = plane.ours("GetBilling", Map.of(), "month=2026-01", "");
        assertThat(reply.headers().get("Content-Type")).isEqualTo("text/csv; charset=utf-8");
        assertThat(reply.headers().get("Content-Disposition"))
                .isEqualTo("attachment; filename=\"billing-2026-01.csv\"");
    }

    @Test
    void allPlansAreBilledTogetherAndOneAlone() {
        String gold = plan("gold");
        String free = plan("free");
        String ann = key(gold, "ann");
        join(free, ann);
        used(gold, ann, "2026-01-01", 3);
        used(free, ann, "2026-01-01", 4);
        assertThat(bills("2026-01")).hasSize(2);
        assertThat(bill(free, "2026-01")).containsExactly(line(free, "free", ann, "ann", 4));
    }

    @Test
    void aKeyThatLeftIsBilledAndOneThatCameBackOnce() {
        String gold = plan("gold");
        String ann = key(gold, "ann");
        used(gold, ann, "2025-12-01", 7);
        used(gold, ann, "2026-01-01", 3);
        used(gold, ann, "2026-01-02", 2);
        leave(gold, ann);
        assertThat(bill(gold, "2026-01")).containsExactly(line(gold, "gold", ann, "ann", 5));
        join(gold, ann);
        used(gold, ann, "2026-01-02", 1);
        assertThat(bill(gold, "2026-01")).containsExactly(line(gold, "gold", ann, "ann", 6));
        leave(gold, ann);
        assertThat(bill(gold, "2026-01")).containsExactly(line(gold, "gold", ann, "ann", 6));
        assertThat(bill(gold, "2025-12")).hasSize(1);
    }

    @Test
    void keysAndPlansThatAreGoneAreBilledByTheirLastNames() {
        String gold = plan("gold");
        String ann = key(gold, "ann");
        String bob = key(gold, "bob");
        used(gold, ann, "2026-01-01", 3);
        used(gold, bob, "2026-01-01", 4);
        plane.call("DELETE", "/apikeys/" + ann, "");
        plane.call("DELETE", "/usageplans/" + gold, "");
        // A node writes what it had counted when the key was still there.
        used(gold, ann, "2026-01-01", 10);
        assertThat(bill(gold, "2026-01"))
                .containsExactlyInAnyOrder(line(gold, "gold", ann, "ann", 13), line(gold, "gold", bob, "bob", 4));
    }

    @Test
    void namesCannotBeFormulas() {
        String gold = plan("gold");
        String bad = key(gold, "=cmd|' /C calc'!A0,1");
        used(gold, bad, "2026-01-01", 3);
        assertThat(bill(gold, "2026-01").getFirst())
                .contains(bad + ",\"'=cmd|' /C calc'!A0,1\",\"c-=cmd|' /C calc'!A0,1\",2026-01,3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "month=", "month=2026", "month=2026-13", "month=2026-1", "month=2026-01-01"})
    void whatIsNoMonthIsRefused(String query) {
        assertThat(ControlPlane.refusal(() -> plane.ours("GetBilling", Map.of(), query, "")))
                .startsWith("400 BadRequestException: Invalid month specified: ")
                .endsWith(", it must be yyyy-MM");
    }

    @Test
    void anUnknownPlanIsRefused() {
        assertThat(ControlPlane.refusal(() -> plane.ours("GetBilling", Map.of("id", "nosuch"), "month=2026-01", "")))
                .isEqualTo("404 NotFoundException: Invalid Usage Plan ID specified");
    }
}
