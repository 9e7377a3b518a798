package io.tollgate.spi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {
    private static final String PREFIX = "tollgate.plugin.sample.";

    enum Mode {
        READ_ONLY,
        READ_WRITE
    }

    record Sample(
            @Setting(key = "greeting", description = "What is said.", defaultValue = "hello", pattern = "\\w+")
            String greeting,

            @Setting(key = "loud", description = "Whether it shouts.", defaultValue = "false")
            boolean loud,

            @Setting(
                    key = "pool.max-size",
                    description = "Most connections.",
                    defaultValue = "8",
                    min = "1",
                    max = "64")
            int maxSize,

            @Setting(key = "bytes", description = "Most bytes.", defaultValue = "5000000000")
            long bytes,

            @Setting(key = "share", description = "A part.", defaultValue = "0.5", min = "0", max = "1")
            double share,

            @Setting(key = "wait", description = "How long.", defaultValue = "250ms", min = "50ms", max = "29s")
            Duration patience,

            @Setting(key = "mode", description = "What may be done.", defaultValue = "read-only")
            Mode mode,

            @Setting(
                    key = "verbs",
                    description = "Which.",
                    defaultValue = "GET, HEAD",
                    allowed = {"GET", "HEAD", "PUT"})
            List<String> verbs,

            @Setting(key = "password", description = "Proof.", pattern = ".{8,}", secret = true)
            String password) {

        Sample {
            if (loud && greeting.isEmpty()) {
                throw new IllegalArgumentException("loud needs a greeting");
            }
        }
    }

    private final Settings<Sample> settings = Settings.of(Sample.class, PREFIX);

    private Sample bind(String... keysAndValues) {
        Map<String, String> values = new java.util.HashMap<>(Map.of(PREFIX + "password", "open sesame"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(PREFIX + keysAndValues[i], keysAndValues[i + 1]);
        }
        return settings.bind(values);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(bind())
                .isEqualTo(new Sample(
                        "hello",
                        false,
                        8,
                        5_000_000_000L,
                        0.5,
                        Duration.ofMillis(250),
                        Mode.READ_ONLY,
                        List.of("GET", "HEAD"),
                        "open sesame"));
    }

    @Test
    void everyTypeIsRead() {
        Sample sample = bind(
                "greeting",
                "hi",
                "loud",
                "true",
                "pool.max-size",
                "64",
                "bytes",
                "-1",
                "share",
                "1",
                "wait",
                "29s",
                "mode",
                "read-write",
                "verbs",
                "PUT");
        assertThat(sample)
                .isEqualTo(new Sample(
                        "hi", true, 64, -1, 1, Duration.ofSeconds(29), Mode.READ_WRITE, List.of("PUT"), "open sesame"));
    }

    record Place(
            @Setting(key = "folder", description = "Where.", defaultValue = "here")
            Path folder) {}

    @Test
    void aPathIsRead() {
        Settings<Place> place = Settings.of(Place.class);
        assertThat(place.bind(Map.of("folder", "a/b")).folder()).isEqualTo(Path.of("a", "b"));
        assertThatThrownBy(() -> place.bind(Map.of("folder", "a\0b")))
                .hasMessageEndingWith("allowed is a path of the file system");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greeting      | two words | tollgate.plugin.sample.greeting is 'two words'; allowed is text that matches \\w+",
                "loud          | yes   | tollgate.plugin.sample.loud is 'yes'; allowed is true or false",
                "pool.max-size | 65    | tollgate.plugin.sample.pool.max-size is '65'; allowed is an integer from 1 to 64",
                "pool.max-size | many  | tollgate.plugin.sample.pool.max-size is 'many'; allowed is an integer from 1 to 64",
                "bytes         | 1.5   | tollgate.plugin.sample.bytes is '1.5'; allowed is an integer",
                "share         | NaN   | tollgate.plugin.sample.share is 'NaN'; allowed is a number from 0 to 1",
                "wait          | 30s   | tollgate.plugin.sample.wait is '30s'; allowed is a duration such as 250ms, 5s, 10m, 1h, 7d from 50ms to 29s",
                "mode          | write | tollgate.plugin.sample.mode is 'write'; allowed is one of read-only, read-write",
                "verbs         | GET,X | tollgate.plugin.sample.verbs is 'GET,X'; allowed is any of GET, HEAD, PUT",
                "colour        | red   | tollgate.plugin.sample.colour is unknown; there is ",
            })
    void aMistakeNamesKeyValueAndWhatIsAllowed(String key, String value, String message) {
        assertThatThrownBy(() -> bind(key, value))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void allMistakesAreReportedAtOnce() {
        assertThatThrownBy(() -> settings.bind(key -> key.endsWith("loud") || key.endsWith("wait") ? "?" : null))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        bad -> assertThat(bad.mistakes()).hasSize(3));
    }

    @Test
    void aSecretIsNotShown() {
        assertThatThrownBy(() -> bind("password", "short"))
                .hasMessageContaining("tollgate.plugin.sample.password is wrong")
                .hasMessageNotContaining("short");
    }

    @Test
    void aRuleOfTheRecordItselfIsAMistakeToo() {
        record Pair(
                @Setting(key = "low", description = "Low.", defaultValue = "2")
                int low,

                @Setting(key = "high", description = "High.", defaultValue = "1")
                int high) {
            Pair {
                if (low > high) {
                    throw new IllegalArgumentException("low is above high");
                }
            }
        }
        assertThatThrownBy(() -> Settings.of(Pair.class).bind(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("low is above high");
    }

    @Test
    void aPluginMayHaveNone() {
        Settings<NoSettings> none = Settings.of(NoSettings.class);
        assertThat(none.bind(Map.of())).isEqualTo(new NoSettings());
        assertThat(none.markdown()).isEmpty();
        assertThatThrownBy(() -> none.bind(Map.of("x", "y"))).hasMessage("x is unknown; there are no settings");
    }

    @Nested
    class DescribesItself {
        @Test
        void asJsonSchema() {
            assertThat(settings.jsonSchema())
                    .contains(
                            "\"tollgate.plugin.sample.pool.max-size\": {\n      \"description\": \"Most connections.\"")
                    .contains("\"minimum\": 1,\n      \"maximum\": 64,\n      \"default\": 8")
                    .contains("\"enum\": [\"read-only\", \"read-write\"]")
                    .contains("\"pattern\": \"^(?:\\\\w+)$\"")
                    .contains("\"required\": [\"tollgate.plugin.sample.password\"]")
                    .contains("\"additionalProperties\": false");
        }

        @Test
        void asATableWithARowForEachKey() {
            assertThat(settings.markdown().lines())
                    .hasSize(2 + settings.keys().size())
                    .contains(
                            "| `tollgate.plugin.sample.wait` | `250ms` | a duration such as 250ms, 5s, 10m, 1h, 7d from 50ms"
                                    + " to 29s | How long. |")
                    .contains(
                            "| `tollgate.plugin.sample.password` | required | text that matches .{8,} | Proof. Secret. |");
        }
    }

    @Nested
    class RefusesADeclaration {
        record NoAnnotation(String text) {}

        record BadKey(
                @Setting(key = "camelCase", description = "d")
                String text) {}

        record BadDefault(
                @Setting(key = "a", description = "d", defaultValue = "9", max = "8")
                int number) {}

        record EmptyDefault(
                @Setting(key = "a", description = "d", defaultValue = "")
                int number) {}

        record BadType(
                @Setting(key = "a", description = "d") Object thing) {}

        record BoundsOfText(
                @Setting(key = "a", description = "d", min = "1")
                String text) {}

        record PatternOfNumber(
                @Setting(key = "a", description = "d", pattern = "1")
                int number) {}

        record NoDescription(
                @Setting(key = "a", description = "") int number) {}

        record Twice(
                @Setting(key = "a", description = "d") int one,
                @Setting(key = "a", description = "d") int two) {}

        @ParameterizedTest
        @ValueSource(
                classes = {
                    NoAnnotation.class,
                    BadKey.class,
                    BadDefault.class,
                    EmptyDefault.class,
                    BadType.class,
                    BoundsOfText.class,
                    PatternOfNumber.class,
                    NoDescription.class,
                    Twice.class
                })
        void thatIsWrong(Class<? extends Record> type) {
            assertThatThrownBy(() -> Settings.of(type)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
