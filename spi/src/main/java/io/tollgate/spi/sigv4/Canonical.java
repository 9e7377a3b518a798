package io.tollgate.spi.sigv4;

import io.tollgate.spi.http.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The canonical form of a request's parts, as the signature's algorithm demands it. */
final class Canonical {
    private static final String UNRESERVED = "-_.~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Canonical() {}

    /** The path without dot segments and empty segments, every byte but unreserved ones and slashes escaped. */
    static String path(String rawPath) {
        List<String> kept = new ArrayList<>();
        for (String segment : rawPath.split("/", -1)) {
            if (segment.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.add(escape(segment));
            }
        }
        String joined = "/" + String.join("/", kept);
        return rawPath.endsWith("/") && !kept.isEmpty() ? joined + "/" : joined;
    }

    /** The parameters but one, decoded and escaped again, sorted by name and value. */
    static String query(String rawQuery, String without) {
        if (rawQuery.isEmpty()) {
            return "";
        }
        List<String[]> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = unescape(equals < 0 ? pair : pair.substring(0, equals));
            if (!pair.isEmpty() && !name.equals(without)) {
                pairs.add(new String[] {escape(name), equals < 0 ? "" : escape(unescape(pair.substring(equals + 1)))});
            }
        }
        pairs.sort((a, b) -> a[0].equals(b[0]) ? a[1].compareTo(b[1]) : a[0].compareTo(b[0]));
        List<String> written = new ArrayList<>();
        pairs.forEach(pair -> written.add(pair[0] + "=" + pair[1]));
        return String.join("&", written);
    }

    /** The signed fields, one a line: name, colon, values trimmed and joined by commas. */
    static String headers(Headers headers, List<String> signed) {
        List<String> names = new ArrayList<>(signed);
        Collections.sort(names);
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append(':');
            List<String> values = headers.all(name);
            for (int i = 0; i < values.size(); i++) {
                text.append(i == 0 ? "" : ",").append(collapse(values.get(i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String collapse(String value) {
        StringBuilder text = new StringBuilder(value.length());
        boolean blank = false;
        for (char c : value.strip().toCharArray()) {
            boolean isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!isBlank || !blank) {
                text.append(isBlank ? ' ' : c);
            }
            blank = isBlank;
        }
        return text.toString();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        return escaped.toString();
    }

    /** Percent escapes decoded; a plus sign stays one, a broken escape stays as it is. */
    static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
