package io.tollgate.dataplane.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses a content coding by an Accept-Encoding field. */
final class AcceptEncoding {

    private AcceptEncoding() {}

    /** The coding with the highest weight: gzip, deflate, or null for none. A wildcard stands for gzip. */
    static @Nullable String best(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String best = null;
        double highest = 0;
        for (String item : field.toLowerCase(Locale.ROOT).split(",", -1)) {
            int semicolon = item.indexOf(';');
            String name = (semicolon < 0 ? item : item.substring(0, semicolon)).strip();
            double weight = semicolon < 0 ? 1 : weight(item.substring(semicolon + 1));
            if (!name.isEmpty() && weight > highest) {
                highest = weight;
                best = name;
            }
        }
        if (best == null) {
            return null;
        }
        return switch (best) {
            case "gzip", "deflate" -> best;
            case "*" -> "gzip";
            default -> null;
        };
    }

    private static double weight(String parameter) {
        String text = parameter.strip();
        try {
            return text.startsWith("q=") ? Double.parseDouble(text.substring(2).strip()) : 1;
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
