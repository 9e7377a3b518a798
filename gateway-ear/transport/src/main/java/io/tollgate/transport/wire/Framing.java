package io.tollgate.transport.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the fields of a head say of the message's end and of the connection's. */
final class Framing {
    private static final int LONGEST_NUMBER = 18;

    private long length = -1;
    private boolean chunked;
    private boolean closes;
    private boolean staysOpen;
    private boolean expectsContinue;
    private int hosts;
    private @Nullable String host;

    /** Takes note of a field if it concerns framing; the value is given as text and as bytes. */
    void see(HeadBytes head, int nameStart, int nameEnd, String value) {
        switch (nameEnd - nameStart) {
            case 4 -> seeHost(head.is(nameStart, nameEnd, "host"), value);
            case 6 ->
                expectsContinue |= head.is(nameStart, nameEnd, "expect") && value.equalsIgnoreCase("100-continue");
            case 10 -> seeConnection(head.is(nameStart, nameEnd, "connection"), value);
            case 14 -> seeLength(head.is(nameStart, nameEnd, "content-length"), value);
            case 17 -> seeEncoding(head.is(nameStart, nameEnd, "transfer-encoding"), value);
            default -> {
                // No other field frames a message.
            }
        }
    }

    private void seeHost(boolean is, String value) {
        if (is) {
            hosts++;
            host = value;
        }
    }

    private void seeConnection(boolean is, String value) {
        if (is) {
            String lower = value.toLowerCase(Locale.ROOT);
            closes |= lower.contains("close");
            staysOpen |= lower.contains("keep-alive");
        }
    }

    private void seeLength(boolean is, String value) {
        if (!is) {
            return;
        }
        if (length >= 0) {
            throw WireException.bad("more than one Content-Length");
        }
        if (value.isEmpty() || value.length() > LONGEST_NUMBER) {
            throw WireException.bad("Content-Length is no number");
        }
        long number = 0;
        for (int i = 0; i < value.length(); i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw WireException.bad("Content-Length is no number");
            }
            number = number * 10 + digit;
        }
        length = number;
    }

    private void seeEncoding(boolean is, String value) {
        if (!is) {
            return;
        }
        if (chunked) {
            throw WireException.bad("more than one Transfer-Encoding");
        }
        if (!value.equalsIgnoreCase("chunked")) {
            throw WireException.bad("Transfer-Encoding is not chunked");
        }
        chunked = true;
    }

    /** Refuses a message that tells its length twice. */
    void requireOneLength(boolean oldVersion) {
        if (chunked && length >= 0) {
            throw WireException.bad("Content-Length together with Transfer-Encoding");
        }
        if (chunked && oldVersion) {
            throw WireException.bad("Transfer-Encoding in HTTP/1.0");
        }
    }

    /** The Host field's value; refuses a second one, and none where one is required. */
    String requireHost(boolean oldVersion) {
        if (hosts > 1 || (hosts == 0 && !oldVersion)) {
            throw WireException.bad("there must be one Host field");
        }
        return host == null ? "" : host;
    }

    /** The announced length, -1 if there is none. */
    long length() {
        return length;
    }

    boolean isChunked() {
        return chunked;
    }

    boolean expectsContinue() {
        return expectsContinue;
    }

    boolean keepsAlive(boolean oldVersion) {
        return !closes && (!oldVersion || staysOpen);
    }
}
