package io.tollgate.model.stage;

import java.util.regex.Pattern;

/**
 * A part of a request by which one caller is told from another.
 *
 * @param place where it is
 * @param name the header's name, in any case, or the cookie's
 */
public record CallerField(Place place, String name) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** A place in a request. */
    public enum Place {
        /** A header field. */
        HEADER,
        /** A cookie. */
        COOKIE
    }

    /**
     * The field that a text like {@code header:X-User} or {@code cookie:session} names.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static CallerField parse(String text) {
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        if (TOKEN.matcher(name).matches()) {
            if (text.startsWith("header:")) {
                return new CallerField(Place.HEADER, name);
            }
            if (text.startsWith("cookie:")) {
                return new CallerField(Place.COOKIE, name);
            }
        }
        throw new IllegalArgumentException("must be header:NAME or cookie:NAME");
    }

    /**
     * A text that is a header's name.
     *
     * @throws IllegalArgumentException if it is not
     */
    static String headerName(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException("must be the name of a header");
        }
        return text;
    }
}
