package io.tollgate.model.plan;

import io.tollgate.model.error.ApiException.BadRequestException;
import io.tollgate.model.option.OptionTags;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The additive options of an API key: its tags whose keys begin with {@code tollgate:}.
 *
 * @param expiresAtMillis {@code tollgate:expires-at}: from when on calls with the key are refused, in epoch milliseconds;
 *     {@link Long#MAX_VALUE} if never
 */
public record KeyOptions(long expiresAtMillis) {
    private static final String END = "expires-at";
    private static final int LAST_YEAR = 9999;

    /** The tag that ends a key: an instant as ISO 8601 writes it, such as {@code 2026-12-31T23:59:59Z}. */
    public static final String EXPIRES_AT = OptionTags.PREFIX + END;

    private static KeyOptions read(OptionTags tags, long otherwise) {
        @Nullable Instant end = tags.read(END, KeyOptions::instant);
        return new KeyOptions(end == null ? otherwise : end.toEpochMilli());
    }

    private static Instant instant(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 0 && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("must be an instant such as 2026-12-31T23:59:59Z", malformed);
        }
        throw new IllegalArgumentException("must be of a year from 0 to " + LAST_YEAR);
    }

    /**
     * The options among the tags of a key.
     *
     * @throws BadRequestException if a tag that begins with {@code tollgate:} is unknown or has a bad value
     */
    public static KeyOptions of(Map<String, String> tags) {
        OptionTags options = new OptionTags(tags);
        KeyOptions read = read(options, Long.MAX_VALUE);
        options.check();
        return read;
    }

    /**
     * The options among tags that another version may have stored: the listener hears of those that are passed over. An end
     * that cannot be read is one that has come: nobody meant the key to work for ever.
     */
    public static KeyOptions stored(Map<String, String> tags, Consumer<String> passedOver) {
        OptionTags options = new OptionTags(tags);
        KeyOptions read = read(options, tags.containsKey(EXPIRES_AT) ? Long.MIN_VALUE : Long.MAX_VALUE);
        options.problems().forEach(passedOver);
        return read;
    }
}
