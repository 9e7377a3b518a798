package io.tollgate.dataplane.live;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which deployment of a stage serves a call, and whether the caller asked for it. */
public enum Side {
    /** The stage's own deployment. */
    BASE(false, false),
    /** The canary's deployment. */
    CANARY(true, false),
    /** The stage's own deployment, because the caller asked for it. */
    FORCED_BASE(false, true),
    /** The canary's deployment, because the caller asked for it. */
    FORCED_CANARY(true, true);

    private final boolean canary;
    private final boolean forced;

    Side(boolean canary, boolean forced) {
        this.canary = canary;
        this.forced = forced;
    }

    /** Whether it is the canary. */
    public boolean canary() {
        return canary;
    }

    /** Whether the caller asked for it. */
    public boolean forced() {
        return forced;
    }

    /** The side that a header's value asks for, or null. */
    static @Nullable Side asked(@Nullable String value) {
        return value == null
                ? null
                : switch (value.toLowerCase(Locale.ROOT)) {
                    case "true", "canary" -> FORCED_CANARY;
                    case "false", "base" -> FORCED_BASE;
                    default -> null;
                };
    }
}
