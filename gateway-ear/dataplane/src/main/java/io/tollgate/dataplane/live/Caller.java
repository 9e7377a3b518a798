package io.tollgate.dataplane.live;

import io.tollgate.model.stage.CallerField;
import io.tollgate.spi.http.Headers;
import org.jspecify.annotations.Nullable;

/** Who makes a call, by the part of the request that a stage's options name. */
final class Caller {

    private Caller() {}

    /** The field's value; null if the request does not have it or it is empty. */
    static @Nullable String of(CallerField field, Headers headers) {
        String value = switch (field.place()) {
            case HEADER -> headers.get(field.name());
            case COOKIE -> cookie(headers, field.name());
        };
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable String cookie(Headers headers, String name) {
        for (String sent : headers.all("Cookie")) {
            String value = cookie(sent, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The value of a cookie in a header such as {@code a=1; b=2}. */
    private static @Nullable String cookie(String sent, String name) {
        int at = 0;
        while (at < sent.length()) {
            int semicolon = sent.indexOf(';', at);
            int end = semicolon < 0 ? sent.length() : semicolon;
            while (at < end && sent.charAt(at) == ' ') {
                at++;
            }
            if (sent.startsWith(name, at) && at + name.length() < end && sent.charAt(at + name.length()) == '=') {
                return sent.substring(at + name.length() + 1, end).strip();
            }
            at = end + 1;
        }
        return null;
    }
}
