package io.tollgate.controlplane.history;

import io.tollgate.model.stage.CanarySettings;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A history for a terminal: a line for each entry, whose first four columns hold no blanks. */
final class HistoryText {
    private HistoryText() {}

    static String of(List<HistoryEntry> entries) {
        StringBuilder text = new StringBuilder();
        line(text, "from", "event", "deployment", "canary", "by", "reason or description");
        for (HistoryEntry entry : entries) {
            String told = entry.reason() == null ? entry.description() : entry.reason();
            line(
                    text,
                    entry.from(),
                    entry.event().name(),
                    Objects.requireNonNullElse(entry.deploymentId(), "-"),
                    canary(entry.canarySettings()),
                    entry.by(),
                    Objects.requireNonNullElse(told, ""));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... columns) {
        text.append(String.format(Locale.ROOT, "%-24s %-18s %-10s %-16s %-20s %s", columns)
                        .stripTrailing())
                .append('\n');
    }

    private static String canary(@Nullable CanarySettings canary) {
        return canary == null ? "-" : canary.deploymentId() + "@" + canary.percentTraffic() + "%";
    }
}
