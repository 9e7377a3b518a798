package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** The bytes of a message head and a place in them. */
final class HeadBytes {
    final byte[] bytes;
    final int end;
    int at;

    HeadBytes(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** The index after the blank line that ends a head, or -1 while it has not arrived. */
    static int headEnd(ByteBuf buffer, int start) {
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

    int current() {
        return at < end ? bytes[at] : -1;
    }

    /** Whether CR and LF stand here. */
    boolean isLineEnd() {
        return at + 1 < end && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    /** Passes this text or stays where it is. */
    boolean pass(byte[] text) {
        if (end - at < text.length) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (bytes[at + i] != text[i]) {
                return false;
            }
        }
        at += text.length;
        return true;
    }

    void passBlanks() {
        while (at < end && Characters.isBlank(bytes[at])) {
            at++;
        }
    }

    String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether these bytes are the lower-case text in any case. */
    boolean is(int from, int to, String lowerCase) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int c = bytes[from + i];
            int lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
            if (lower != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
