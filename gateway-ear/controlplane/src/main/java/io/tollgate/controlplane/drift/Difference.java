package io.tollgate.controlplane.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a deployment has otherwise than the API as it is edited now.
 *
 * @param kind what the edits did
 * @param path the thing, for example {@code /pets}, {@code /pets GET integration} or {@code model Pet}
 * @param member the changed member as PATCH paths name it, for example {@code /requestTemplates/application~1json}; null if
 *     the whole thing was added or removed
 * @param live the member's value in the deployment, or null if it has none
 * @param edited the member's value now, or null if it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        Kind kind,
        String path,
        @Nullable String member,
        @Nullable JsonNode live,
        @Nullable JsonNode edited) {

    /** What edits do to a thing. */
    public enum Kind {
        /** It is not deployed yet. */
        ADDED,
        /** It is still deployed. */
        REMOVED,
        /** It is deployed otherwise. */
        CHANGED
    }
}
