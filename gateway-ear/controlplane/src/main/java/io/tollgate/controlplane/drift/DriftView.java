package io.tollgate.controlplane.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between an API as it is edited now and one of its stages.
 *
 * @param deploymentId the stage's deployment
 * @param differences what differs from it, empty if nothing does
 * @param canary the same for the canary's deployment; null if there is none or it is the stage's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DriftView(
        String deploymentId,
        List<Difference> differences,
        @Nullable DriftView canary) {

    /** For a terminal: a line for each difference of the stage's deployment, nothing if there is none. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (Difference difference : differences) {
            switch (difference.kind()) {
                case ADDED -> text.append("+ ").append(difference.path());
                case REMOVED -> text.append("- ").append(difference.path());
                case CHANGED ->
                    text.append("~ ")
                            .append(difference.path())
                            .append("  ")
                            .append(difference.member())
                            .append(": ")
                            .append(value(difference.live()))
                            .append(" -> ")
                            .append(value(difference.edited()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String value(@Nullable Object value) {
        String text = value == null ? "(none)" : value.toString();
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
