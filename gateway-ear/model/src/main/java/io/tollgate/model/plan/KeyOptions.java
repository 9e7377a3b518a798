package io.tollgate.model.plan;

import io.tollgate.model.error.ApiException.BadRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the tags of an API key ask for beyond AWS's contract: those whose names begin with {@code tollgate:}.
 *
 * @param expiresAt from when on calls with the key are refused, or null if never
 */
public record KeyOptions(@Nullable Instant expiresAt) {

    /** The tag that ends a key: an instant as ISO 8601 writes it, such as {@code 2026-12-31T23:59:59Z}. */
    public static final String EXPIRES_AT = "tollgate:expires-at";

    private static final String OURS = "tollgate:";
    private static final int LAST_YEAR = 9999;

    /**
     * Reads tags that somebody sets.
     *
     * @throws BadRequestException that names the tag which cannot be followed: its value is bad, or there is no such option
     */
    public static KeyOptions checked(Map<String, String> tags) {
        for (String name : tags.keySet()) {
            if (name.startsWith(OURS) && !name.equals(EXPIRES_AT)) {
                throw new BadRequestException(
                        "Invalid tag " + name + " specified. An API key can have: [" + EXPIRES_AT + "]");
            }
        }
        return of(tags);
    }

    /**
     * Reads all tags of a key.
     *
     * @throws BadRequestException that names the tag whose value is bad
     */
    public static KeyOptions of(Map<String, String> tags) {
        String expiresAt = tags.get(EXPIRES_AT);
        return new KeyOptions(expiresAt == null ? null : instant(expiresAt));
    }

    private static Instant instant(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException malformed) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static BadRequestException refusal(String text) {
        return new BadRequestException("Invalid value '" + text + "' of the tag " + EXPIRES_AT
                + " specified. It must be an instant such as 2026-12-31T23:59:59Z");
    }

    /** When the key ends in epoch milliseconds; {@link Long#MAX_VALUE} if never. */
    public long expiresAtMillis() {
        return expiresAt == null ? Long.MAX_VALUE : expiresAt.toEpochMilli();
    }
}
