package io.tollgate.dataplane.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Media types as template selection reads them. */
public final class MediaTypes {
    /** What a message has that names none. */
    public static final String JSON = "application/json";

    private MediaTypes() {}

    /** The type without parameters of a Content-Type field; JSON if it is absent. */
    public static String ofContentType(@Nullable String field) {
        return field == null || field.isBlank() ? JSON : bare(field);
    }

    /** The first type of an Accept field; JSON if it is absent. */
    public static String firstOfAccept(@Nullable String field) {
        if (field == null || field.isBlank()) {
            return JSON;
        }
        int comma = field.indexOf(',');
        return bare(comma < 0 ? field : field.substring(0, comma));
    }

    private static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }
}
