package io.tollgate.controlplane.usageplan;

import io.tollgate.model.error.ApiException.BadRequestException;
import org.jspecify.annotations.Nullable;

/** Reads limits that PATCH carries as text. */
final class Limits {

    private Limits() {}

    static double rate(@Nullable String text) {
        try {
            double rate = Double.parseDouble(text == null ? "" : text);
            if (rate >= 0 && rate < 1e9) {
                return rate;
            }
        } catch (NumberFormatException notOne) {
            throw new BadRequestException("Invalid rateLimit specified: " + text);
        }
        throw new BadRequestException("Invalid rateLimit specified: " + text);
    }

    static int burst(@Nullable String text) {
        return integer(text, "Invalid burstLimit specified");
    }

    static int integer(@Nullable String text, String refusal) {
        if (text == null || !text.matches("\\d{1,9}")) {
            throw new BadRequestException(refusal + ": " + text);
        }
        return Integer.parseInt(text);
    }
}
