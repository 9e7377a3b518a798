package io.tollgate.controlplane.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tollgate.controlplane.testing.ControlPlane;
import io.tollgate.controlplane.wire.Reply;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRotationTest {
    private static final String FIRST = "the-first-value-of-this-key";
    private static final String RECORDS =
            "select a.outcome || ' ' || a.parameters from AuditRow a where a.operation = 'RotateApiKey'";
    private static final long NOW = ControlPlane.NOW.toEpochMilli();
    private static final long DAY = 86_400_000;

    private final ControlPlane plane = new ControlPlane();
    private String key = "";

    @BeforeEach
    void makeAKey() {
        key = plane.json("POST", "/apikeys", "{\"name\":\"k\",\"value\":\"" + FIRST + "\",\"enabled\":true}")
                .path("id")
                .asText();
    }

    @AfterEach
    void stop() {
        plane.close();
    }

    private Reply call(String body) {
        return plane.ours("RotateApiKey", Map.of("id", key), "", body);
    }

    private JsonNode rotate(String body) {
        return ControlPlane.json(call(body));
    }

    /** When the replaced values end, in milliseconds from now. */
    private List<Long> ends() {
        return plane.with(
                ApiKeyValues.class,
                values -> values.of(key).stream()
                        .map(ApiKeyValues.Known::retiresAt)
                        .filter(Objects::nonNull)
                        .map(end -> end - NOW)
                        .sorted(Comparator.naturalOrder())
                        .toList());
    }

    private List<String> holders(String... values) {
        return plane.with(
                ApiKeyValues.class,
                known -> Stream.of(values)
                        .map(value -> known.keyOf(value).orElse("nobody"))
                        .toList());
    }

    @Test
    void theKeyGetsANewValueAndTheOldOneWorksForADay() {
        JsonNode rotated = rotate("");
        String value = rotated.path("value").asText();
        assertThat(value).matches("[A-Za-z0-9]{40}");
        assertThat(rotated.path("id").asText()).isEqualTo(key);
        assertThat(rotated.path("gracePeriodSeconds").asInt()).isEqualTo(86_400);
        assertThat(rotated.path("previousValuesEndAt").asLong()).isEqualTo(NOW / 1000 + 86_400);
        assertThat(plane.json("GET", "/apikeys/" + key + "?includeValue=true", "")
                        .path("value")
                        .asText())
                .isEqualTo(value);
        assertThat(ends()).containsExactly(DAY);
        assertThat(holders(FIRST, value)).containsExactly(key, key);
    }

    @Test
    void bothValuesAreSealedAndFoundByTheirHashOnly() {
        String value = rotate("").path("value").asText();
        List<ApiKeyValues.Known> stored = plane.with(ApiKeyValues.class, values -> values.of(key));
        assertThat(stored).hasSize(2).allSatisfy(one -> {
            assertThat(one.hash()).doesNotContain(value).doesNotContain(FIRST);
            assertThat(plane.stored(ApiKeyValueRow.class, one.hash()))
                    .doesNotContain(value)
                    .doesNotContain(FIRST);
        });
    }

    @Test
    void aSecondRotationEndsOlderValuesWithItsOwnGraceAtTheLatest() {
        rotate("{\"gracePeriodSeconds\":100}");
        rotate("{\"gracePeriodSeconds\":3600}");
        assertThat(ends()).containsExactly(100_000L, 3_600_000L);
        rotate("{\"gracePeriodSeconds\":0}");
        assertThat(ends()).containsExactly(0L, 0L, 0L);
    }

    @Test
    void aRotationIsOnRecordAndItsValueIsNot() {
        String value = rotate("{\"gracePeriodSeconds\":5}").path("value").asText();
        List<String> records = plane.with(
                EntityManager.class,
                entities -> entities.createQuery(RECORDS, String.class).getResultList());
        assertThat(records)
                .containsExactly("OK {\"path\":{\"id\":\"" + key + "\"},\"body\":{\"gracePeriodSeconds\":5}}");
        assertThat(records.toString()).doesNotContain(value);
    }

    @Test
    void nobodyElseCanTakeAValueThatStillWorks() {
        rotate("");
        assertThat(plane.refusal("POST", "/apikeys", "{\"value\":\"" + FIRST + "\"}"))
                .isEqualTo("409 ConflictException: API Key already exists");
    }

    @Test
    void afterTheGraceTheOldHashIsRemovedAndTheNewOneStays() {
        String value = rotate("{\"gracePeriodSeconds\":60}").path("value").asText();
        removeRetired(NOW + 59_999);
        assertThat(holders(FIRST, value)).containsExactly(key, key);
        removeRetired(NOW + 60_000);
        assertThat(holders(FIRST, value)).containsExactly("nobody", key);
    }

    private void removeRetired(long millis) {
        plane.with(ApiKeys.class, keys -> {
            keys.removeRetiredValues(millis);
            return keys;
        });
    }

    @Test
    void deletionTakesAllValuesWithIt() {
        String value = rotate("").path("value").asText();
        plane.call("DELETE", "/apikeys/" + key, "");
        assertThat(holders(FIRST, value)).containsExactly("nobody", "nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2592001"})
    void aGraceOutsideOfThirtyDaysIsRefused(String seconds) {
        assertThat(ControlPlane.refusal(() -> call("{\"gracePeriodSeconds\":" + seconds + "}")))
                .isEqualTo("400 BadRequestException: Invalid gracePeriodSeconds specified: " + seconds
                        + ", it must be between 0 and 2592000");
    }

    @Test
    void aKeyThatDoesNotExistIsRefused() {
        key = "nosuchkey0";
        assertThat(ControlPlane.refusal(() -> call("")))
                .isEqualTo("404 NotFoundException: Invalid API Key identifier specified");
    }
}
