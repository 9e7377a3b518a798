package io.tollgate.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tollgate.spi.settings.Settings;
import io.tollgate.spi.settings.SettingsException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every settings record must do: have the recorded defaults, and map every key. Both fail when a setting is added and
 * the test is not.
 *
 * @param <T> the record
 */
public abstract class SettingsContract<T extends Record> {

    /** The record's class. */
    protected abstract Class<T> type();

    /** What the settings are when only {@link #required} ones are given. */
    protected abstract T defaults();

    /** A value for every key, none of them the default. */
    protected abstract Map<String, String> everyKey();

    /** What the settings are with {@link #everyKey}. */
    protected abstract T everyValue();

    /** Values for the keys that have no default. */
    protected Map<String, String> required() {
        return Map.of();
    }

    @Test
    final void defaultsAreAsRecorded() {
        assertThat(Settings.of(type()).bind(required())).isEqualTo(defaults());
    }

    @Test
    final void everyKeyIsMapped() throws ReflectiveOperationException {
        Settings<T> settings = Settings.of(type());
        assertThat(everyKey().keySet()).as("the keys of the test").containsExactlyInAnyOrderElementsOf(settings.keys());
        assertThat(settings.bind(everyKey())).isEqualTo(everyValue());
        for (RecordComponent component : type().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            assertThat(component.getAccessor().invoke(everyValue()))
                    .as(component.getName() + " in everyValue() must not be the default")
                    .isNotEqualTo(component.getAccessor().invoke(defaults()));
        }
    }

    @Test
    final void everyKeyIsDescribed() {
        Settings<T> settings = Settings.of(type());
        for (String key : settings.keys()) {
            assertThat(settings.markdown()).contains("| `" + key + "` |");
            assertThat(settings.jsonSchema()).contains("\"" + key + "\": {");
        }
    }

    @Test
    final void aKeyThatDoesNotExistIsRefusedByName() {
        Map<String, String> misspelt = new LinkedHashMap<>(everyKey());
        misspelt.put("there-is-no-such-key", "1");
        assertThatThrownBy(() -> Settings.of(type()).bind(misspelt))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("there-is-no-such-key is unknown");
    }
}
