package io.tollgate.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:01Z,       1000",
        "1970-01-01T00:00:01.5Z,     1500",
        "1970-01-01T01:00:01+01:00,  1000",
        "1970-01-01T00:01Z,          60000"
    })
    void anEndIsAnInstantOfIso8601(String text, long millis) {
        assertThat(KeyOptions.of(Map.of(KeyOptions.EXPIRES_AT, text)).expiresAtMillis())
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-12-31",
                "2026-12-31T23:59:59",
                "2026-02-30T00:00:00Z",
                "+999999999-01-01T00:00:00Z"
            })
    void whatIsNoInstantIsRefusedByTheTagsName(String text) {
        assertThatThrownBy(() -> KeyOptions.of(Map.of(KeyOptions.EXPIRES_AT, text)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(KeyOptions.EXPIRES_AT)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void aKeyWithoutTheTagNeverEnds() {
        assertThat(KeyOptions.of(Map.of("team", "pets")).expiresAtMillis()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aStoredEndThatCannotBeReadHasComeAndIsTold() {
        List<String> told = new ArrayList<>();
        KeyOptions options = KeyOptions.stored(Map.of(KeyOptions.EXPIRES_AT, "soon", "tollgate:other", "x"), told::add);
        assertThat(options.expiresAtMillis()).isEqualTo(Long.MIN_VALUE);
        assertThat(told).hasSize(2);
        assertThat(KeyOptions.stored(Map.of("tollgate:other", "x"), told::add).expiresAtMillis())
                .isEqualTo(Long.MAX_VALUE);
    }
}
