package io.tollgate.dataplane.live;

import static io.tollgate.dataplane.live.Side.BASE;
import static io.tollgate.dataplane.live.Side.CANARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tollgate.dataplane.gateway.Definitions;
import io.tollgate.model.stage.LiveStageDocument;
import io.tollgate.spi.http.Headers;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryChoiceTests {
    private static final int CALLS = 100_000;

    private final Random random = new Random(20261121);

    private static CanaryChoice choice(double percent, Map<String, String> tags) {
        LiveStageDocument document =
                new Definitions().canary(percent).options(tags).stage();
        return new CanaryChoice(
                document, Objects.requireNonNull(document.stage().canarySettings()));
    }

    private static RandomGenerator noLot() {
        throw new AssertionError("nobody is to draw");
    }

    @Nested
    class ByLot {

        @ParameterizedTest
        @CsvSource({"0, 0", "0.1, 60", "1, 190", "10, 570", "33.3, 900", "50, 950", "99.9, 60", "100, 0"})
        void theShareOfTheCanaryIsThePercentage(double percent, int sixSigma) {
            CanaryChoice choice = choice(percent, Map.of());
            int canary = 0;
            for (int i = 0; i < CALLS; i++) {
                canary += choice.of(new Headers(), () -> random) == CANARY ? 1 : 0;
            }
            assertThat((double) canary).isBetween(CALLS * percent / 100 - sixSigma, CALLS * percent / 100 + sixSigma);
        }
    }

    @Nested
    class Sticky {

        private CanaryChoice byUser(double percent) {
            return choice(percent, Map.of("tollgate:canary-sticky", "header:X-User"));
        }

        @ParameterizedTest
        @ValueSource(doubles = {1, 10, 50, 90})
        void theShareOfTheCallersIsThePercentage(double percent) {
            CanaryChoice choice = byUser(percent);
            int canary = 0;
            for (int i = 0; i < CALLS; i++) {
                Headers headers = Headers.of("x-user", "user-" + i);
                Side first = choice.of(headers, CanaryChoiceTests::noLot);
                assertThat(choice.of(headers, CanaryChoiceTests::noLot)).isSameAs(first);
                canary += first == CANARY ? 1 : 0;
            }
            assertThat((double) canary).isBetween(CALLS * (percent - 1) / 100, CALLS * (percent + 1) / 100);
        }

        @Test
        void aGrowingPercentageNeverTakesACallerBackFromTheCanary() {
            for (int i = 0; i < 1_000; i++) {
                Headers headers = Headers.of("X-User", "user-" + i);
                Side before = BASE;
                for (int percent = 0; percent <= 100; percent += 5) {
                    Side now = byUser(percent).of(headers, CanaryChoiceTests::noLot);
                    assertThat(now).isGreaterThanOrEqualTo(before);
                    before = now;
                }
                assertThat(before).isSameAs(CANARY);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"session=%s", "a=1; session=%s", "session=%s; b=2", "xsession=z;session= %s"})
        void aCookieTellsCallersApart(String sent) {
            CanaryChoice byCookie = choice(50, Map.of("tollgate:canary-sticky", "cookie:session"));
            int canary = 0;
            for (int i = 0; i < 1_000; i++) {
                String value = "s" + i;
                Side side = byCookie.of(Headers.of("Cookie", sent.formatted(value)), CanaryChoiceTests::noLot);
                assertThat(side)
                        .isSameAs(byUserLike(value))
                        .isSameAs(byCookie.of(
                                Headers.of("cookie", "x=y", "cookie", "session=" + value), CanaryChoiceTests::noLot));
                canary += side == CANARY ? 1 : 0;
            }
            assertThat(canary).isBetween(400, 600);
        }

        private Side byUserLike(String value) {
            return byUser(50).of(Headers.of("X-User", value), CanaryChoiceTests::noLot);
        }

        @Test
        void aCallerWhoIsNotNamedIsDrawnByLot() {
            CanaryChoice choice = choice(50, Map.of("tollgate:canary-sticky", "cookie:session"));
            for (Headers headers : new Headers[] {
                new Headers(), Headers.of("Cookie", "session="), Headers.of("Cookie", "sessions=1; other=session")
            }) {
                int canary = 0;
                for (int i = 0; i < 1_000; i++) {
                    canary += choice.of(headers, () -> random) == CANARY ? 1 : 0;
                }
                assertThat(canary).isBetween(400, 600);
            }
        }
    }

    @Nested
    class Forced {

        @ParameterizedTest
        @CsvSource({
            "true, FORCED_CANARY",
            "Canary, FORCED_CANARY",
            "false, FORCED_BASE",
            "BASE, FORCED_BASE",
        })
        void aTesterChoosesTheSideWhateverThePercentage(String value, Side side) {
            for (double percent : new double[] {0, 50, 100}) {
                assertThat(choice(percent, Map.of("tollgate:canary-force-header", "X-Canary"))
                                .of(Headers.of("x-canary", value), CanaryChoiceTests::noLot))
                        .isSameAs(side);
            }
        }

        @Test
        void anyOtherValueIsAsIfTheHeaderWereNotThere() {
            assertThat(choice(100, Map.of("tollgate:canary-force-header", "X-Canary"))
                            .of(Headers.of("X-Canary", "perhaps"), () -> random))
                    .isSameAs(CANARY);
        }

        @Test
        void withoutTheOptionNobodyChooses() {
            assertThat(choice(0, Map.of()).of(Headers.of("X-Canary", "true"), CanaryChoiceTests::noLot))
                    .isSameAs(BASE);
        }
    }
}
