package io.tollgate.model.stage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * When a canary is rolled back without being asked: its calls of the last while are worse than the base's by a margin.
 *
 * @param errorMargin how many percentage points more 5XX answers are tolerated, 0 to 100; null for any number
 * @param latencyMargin how many per cent more time on average is tolerated, 0 to 10,000; null for any time
 * @param minimum how many calls of the canary there must be before it is judged, 1 to 1,000,000; a latency is judged
 *     when as many calls of each side were measured
 * @param window how far back calls count, 10 seconds to an hour
 */
public record RollbackRule(
        @Nullable Double errorMargin, @Nullable Double latencyMargin, long minimum, Duration window) {
    private static final String FORM =
            "must be like 5xx=2 latency=50 minimum=100 window=60, with 5xx or latency at least";
    private static final long MINIMUM = 100;
    private static final long WINDOW = 60;

    /**
     * The rule in a text like {@code 5xx=2 latency=50 minimum=100 window=60}: blanks between its parts, in any order;
     * minimum is 100 and window 60 (seconds) unless said.
     *
     * @throws IllegalArgumentException if the text is no rule
     */
    public static RollbackRule parse(String text) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.strip().split(" +", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0 || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(FORM);
            }
        }
        Double errors = number(parts.remove("5xx"), "5xx", 0, 100, Double::valueOf);
        Double latency = number(parts.remove("latency"), "latency", 0, 10_000, Double::valueOf);
        Long minimum = number(parts.remove("minimum"), "minimum", 1, 1_000_000, value -> (long) value);
        Long window = number(parts.remove("window"), "window", 10, 3600, value -> (long) value);
        if (!parts.isEmpty() || (errors == null && latency == null)) {
            throw new IllegalArgumentException(FORM);
        }
        return new RollbackRule(
                errors,
                latency,
                minimum == null ? MINIMUM : minimum,
                Duration.ofSeconds(window == null ? WINDOW : window));
    }

    private static <T> @Nullable T number(
            @Nullable String text, String name, int least, int most, DoubleFunction<T> whole) {
        if (text == null) {
            return null;
        }
        double value = text.matches("\\d{1,7}(\\.\\d{1,4})?") ? Double.parseDouble(text) : -1;
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be a number from " + least + " to " + most);
        }
        return whole.apply(value);
    }

    /** Why the canary is to be rolled back, or empty if it may go on. */
    public Optional<String> verdict(CallTally base, CallTally canary) {
        if (canary.calls() < minimum) {
            return Optional.empty();
        }
        if (errorMargin != null && canary.errorPercent() > base.errorPercent() + errorMargin) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "5XX answers: %.2f %% of %d canary calls, %.2f %% of %d base calls, %s percentage points tolerated",
                    canary.errorPercent(),
                    canary.calls(),
                    base.errorPercent(),
                    base.calls(),
                    plain(errorMargin)));
        }
        boolean comparable = canary.measured() >= minimum && base.measured() >= minimum;
        if (latencyMargin != null
                && comparable
                && canary.meanMillis() > base.meanMillis() * (1 + latencyMargin / 100)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "latency: %.2f ms on average of %d canary calls, %.2f ms of %d base calls, %s %% more tolerated",
                    canary.meanMillis(),
                    canary.measured(),
                    base.meanMillis(),
                    base.measured(),
                    plain(latencyMargin)));
        }
        return Optional.empty();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
