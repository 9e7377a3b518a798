package io.tollgate.controlplane.support;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an operation is there. */
public enum Support {
    /** As AWS has it. */
    FULL,
    /** Something is missing. */
    PARTIAL,
    /** Refused by name, with status 501. */
    REFUSED;

    /** The name in lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
