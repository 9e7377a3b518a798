package io.tollgate.dataplane.integrate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes values into URIs. */
final class UriText {
    private static final String UNSAFE = " \"<>\\^`{|}?#";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private UriText() {}

    /** Appends a parameter, encoded. */
    static void addQuery(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A path value: what is encoded stays so, what no URI may hold is escaped. */
    static String safe(String value) {
        boolean clean = true;
        for (int i = 0; clean && i < value.length(); i++) {
            clean = isSafe(value.charAt(i));
        }
        if (clean) {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length() + 16);
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            if (isSafe(c)) {
                text.append(c);
            } else {
                text.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return text.toString();
    }

    private static boolean isSafe(char c) {
        return c > ' ' && c < 0x7F && UNSAFE.indexOf(c) < 0;
    }
}
