package io.tollgate.dataplane.plan;

import io.tollgate.dataplane.plan.LivePlans.Admission;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Admissions that were found lately, by the tag of the value that the caller showed. Of two that meet in one place the later
 * one stays. Nothing is kept of values that were not admitted, so nobody can fill it by guessing. Thread-safe without locks.
 */
final class RecentAdmissions {
    private static final int PLACES = 4096;

    private record Recent(ValueTags.Tag tag, String stageKey, long version, long until, Admission admission) {}

    private final AtomicReferenceArray<@Nullable Recent> places = new AtomicReferenceArray<>(PLACES);

    private static int place(ValueTags.Tag tag, String stageKey) {
        return ((int) tag.first() ^ stageKey.hashCode()) & (PLACES - 1);
    }

    /**
     * The admission of a value, null if it is not known or has ended.
     *
     * @param version the version of keys and plans that it must have been found with
     * @param millis the time, in epoch milliseconds
     */
    @Nullable Admission find(ValueTags.Tag tag, String stageKey, long version, long millis) {
        Recent recent = places.get(place(tag, stageKey));
        return recent != null
                        && recent.version() == version
                        && ((recent.tag().first() ^ tag.first()) | (recent.tag().last() ^ tag.last())) == 0
                        && recent.stageKey().equals(stageKey)
                        && millis < recent.until()
                ? recent.admission()
                : null;
    }

    /**
     * Keeps an admission.
     *
     * @param version the version of keys and plans before it was looked for
     * @param until from when on it does not count any more, in epoch milliseconds
     */
    void keep(ValueTags.Tag tag, String stageKey, long version, long until, Admission admission) {
        places.set(place(tag, stageKey), new Recent(tag, stageKey, version, until, admission));
    }
}
