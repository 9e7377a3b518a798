package io.tollgate.controlplane.apikey;

import io.tollgate.model.error.ApiException.BadRequestException;

/** What the value of an API key may be (limits: 20 to 128 characters). */
final class KeyValues {
    static final int LEAST = 20;
    static final int MOST = 128;

    private KeyValues() {}

    static void check(String value) {
        if (value.length() < LEAST) {
            throw new BadRequestException("API Key value should be at least " + LEAST + " characters");
        }
        if (value.length() > MOST) {
            throw new BadRequestException("API Key value exceeds maximum size of " + MOST + " characters");
        }
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new BadRequestException("API Key value must consist of printable ASCII characters without blanks");
        }
    }
}
