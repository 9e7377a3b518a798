package io.tollgate.dataplane.limit;

import io.tollgate.model.plan.ThrottleSettings;
import org.jspecify.annotations.Nullable;

/**
 * How many calls may pass.
 *
 * @param rate calls a second in the long run
 * @param burst calls at once
 */
public record Limit(double rate, int burst) {

    /** The limit of settings, null if they limit nothing. Where the burst is left out it is one second's calls. */
    public static @Nullable Limit of(@Nullable ThrottleSettings settings) {
        if (settings == null || settings.rateLimit() == null) {
            return null;
        }
        Integer burst = settings.burstLimit();
        double rate = settings.rateLimit();
        return new Limit(rate, burst == null ? (int) Math.max(1, Math.ceil(rate)) : burst);
    }

    /** Whether no call ever passes. */
    public boolean isShut() {
        return rate <= 0 || burst <= 0;
    }
}
