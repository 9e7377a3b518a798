package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a request head for what two parsers could understand differently: line ends, folded lines, blanks
 * before a colon, control characters, repeated lengths or hosts, a length beside chunks (RFC 9112 2.2, 5.1, 6.3).
 */
final class RequestHead {
    private static final boolean[] TOKEN = tokenCharacters();

    private int contentLengths;
    private int transferEncodings;
    private int hosts;

    private RequestHead() {}

    /** The index after the blank line that ends the head, or -1 while it has not arrived. */
    static int end(ByteBuf buffer, int start) {
        int from = start;
        while (true) {
            int feed = buffer.indexOf(from, buffer.writerIndex(), (byte) '\n');
            if (feed < 0) {
                return -1;
            }
            int next = feed + 1;
            if (next < buffer.writerIndex() && buffer.getByte(next) == '\n') {
                return next + 1;
            }
            if (next + 1 < buffer.writerIndex() && buffer.getByte(next) == '\r' && buffer.getByte(next + 1) == '\n') {
                return next + 2;
            }
            from = next;
        }
    }

    /** What is wrong with the head between two indexes, or null. */
    static @Nullable String fault(ByteBuf buffer, int start, int end) {
        return new RequestHead().read(buffer, start, end);
    }

    private @Nullable String read(ByteBuf buffer, int start, int end) {
        int line = start;
        boolean first = true;
        boolean oldVersion = false;
        while (line < end) {
            int feed = buffer.indexOf(line, end, (byte) '\n');
            int stop = feed - 1;
            if (feed <= line || buffer.getByte(stop) != '\r') {
                return "a line ends without CR LF";
            }
            if (stop == line) {
                return first ? "the request line is empty" : verdict(oldVersion);
            }
            String fault = first ? requestLine(buffer, line, stop) : field(buffer, line, stop);
            if (fault != null) {
                return fault;
            }
            oldVersion = first ? buffer.getByte(stop - 1) == '0' : oldVersion;
            first = false;
            line = feed + 1;
        }
        return verdict(oldVersion);
    }

    private @Nullable String verdict(boolean oldVersion) {
        if (contentLengths > 1) {
            return "more than one Content-Length";
        }
        if (transferEncodings > 1) {
            return "more than one Transfer-Encoding";
        }
        if (contentLengths + transferEncodings > 1) {
            return "Content-Length together with Transfer-Encoding";
        }
        if (oldVersion && transferEncodings > 0) {
            return "Transfer-Encoding in HTTP/1.0";
        }
        return hosts > 1 || (hosts == 0 && !oldVersion) ? "there must be one Host field" : null;
    }

    private static @Nullable String requestLine(ByteBuf buffer, int line, int stop) {
        int blanks = 0;
        for (int i = line; i < stop; i++) {
            int c = buffer.getByte(i) & 0xFF;
            if (c == ' ') {
                blanks++;
            } else if (c < ' ' || c == 0x7F) {
                return "a control character in the request line";
            }
        }
        if (blanks != 2) {
            return "the request line must have three parts";
        }
        int version = stop - 8;
        return version > line && buffer.getByte(version - 1) == ' ' && buffer.getByte(version) == 'H'
                ? null
                : "the request line names no HTTP version";
    }

    private @Nullable String field(ByteBuf buffer, int line, int stop) {
        int colon = line;
        while (colon < stop && buffer.getByte(colon) != ':') {
            int c = buffer.getByte(colon) & 0xFF;
            if (c > 0x7F || !TOKEN[c]) {
                return c == ' ' || c == '\t' ? "a folded line or a blank before a colon" : "a bad field name";
            }
            colon++;
        }
        if (colon == line || colon == stop) {
            return "a field without a name or a colon";
        }
        for (int i = colon + 1; i < stop; i++) {
            int c = buffer.getByte(i) & 0xFF;
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                return "a control character in a field value";
            }
        }
        return count(buffer, line, colon, stop);
    }

    private @Nullable String count(ByteBuf buffer, int line, int colon, int stop) {
        switch (colon - line) {
            case 4 -> hosts += isNamed(buffer, line, "host") ? 1 : 0;
            case 14 -> {
                if (isNamed(buffer, line, "content-length")) {
                    contentLengths++;
                    return isNumber(buffer, colon + 1, stop) ? null : "Content-Length is no number";
                }
            }
            case 17 -> {
                if (isNamed(buffer, line, "transfer-encoding")) {
                    transferEncodings++;
                    return isChunked(buffer, colon + 1, stop) ? null : "Transfer-Encoding is not chunked";
                }
            }
            default -> {
                // No other field frames a message.
            }
        }
        return null;
    }

    private static boolean isNamed(ByteBuf buffer, int start, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            int c = buffer.getByte(start + i);
            int lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
            if (lower != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(ByteBuf buffer, int start, int stop) {
        int from = skipBlanks(buffer, start, stop);
        int to = skipBlanksBack(buffer, from, stop);
        for (int i = from; i < to; i++) {
            int c = buffer.getByte(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return to > from && to - from <= 18;
    }

    private static boolean isChunked(ByteBuf buffer, int start, int stop) {
        int from = skipBlanks(buffer, start, stop);
        return skipBlanksBack(buffer, from, stop) - from == 7 && isNamed(buffer, from, "chunked");
    }

    private static int skipBlanks(ByteBuf buffer, int start, int stop) {
        int i = start;
        while (i < stop && (buffer.getByte(i) == ' ' || buffer.getByte(i) == '\t')) {
            i++;
        }
        return i;
    }

    private static int skipBlanksBack(ByteBuf buffer, int from, int stop) {
        int i = stop;
        while (i > from && (buffer.getByte(i - 1) == ' ' || buffer.getByte(i - 1) == '\t')) {
            i--;
        }
        return i;
    }

    private static boolean[] tokenCharacters() {
        boolean[] token = new boolean[128];
        for (char c = '0'; c <= 'z'; c++) {
            token[c] = Character.isLetterOrDigit(c);
        }
        for (char c : "!#$%&'*+-.^_`|~".toCharArray()) {
            token[c] = true;
        }
        return token;
    }
}
