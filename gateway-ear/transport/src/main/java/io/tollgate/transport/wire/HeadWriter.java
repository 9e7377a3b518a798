package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Writes heads into one growing array. One for each event loop. */
public final class HeadWriter {
    private byte[] bytes = new byte[4_096];
    private int end;

    /** Begins a new head. */
    public HeadWriter begin() {
        end = 0;
        return this;
    }

    /** Appends bytes that are known to be sound. */
    public HeadWriter raw(byte[] sound) {
        makeRoom(sound.length);
        System.arraycopy(sound, 0, bytes, end, sound.length);
        end += sound.length;
        return this;
    }

    /**
     * Appends text of visible ASCII, such as a method or a target.
     *
     * @throws IllegalArgumentException if there is any other character in it
     */
    public HeadWriter visible(String text) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7F) {
                throw new IllegalArgumentException("character " + (int) c + " where only visible ASCII may stand");
            }
            bytes[end++] = (byte) c;
        }
        return this;
    }

    /**
     * Appends a field. Characters beyond Latin-1 become question marks.
     *
     * @throws IllegalArgumentException if name or value would break the head
     */
    public HeadWriter field(String name, String value) {
        makeRoom(name.length() + value.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > 0x7F || !Characters.isToken(c)) {
                throw new IllegalArgumentException("a field's name has character " + (int) c);
            }
            bytes[end++] = (byte) c;
        }
        bytes[end++] = ':';
        bytes[end++] = ' ';
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7F) {
                throw new IllegalArgumentException("field " + name + " has control character " + (int) c);
            }
            bytes[end++] = c > 0xFF ? (byte) '?' : (byte) c;
        }
        return lineEnd();
    }

    /** Appends a field with a number. */
    public HeadWriter field(byte[] nameAndColon, long number) {
        raw(nameAndColon);
        makeRoom(22);
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = end + digits - 1; at >= end; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += digits;
        return lineEnd();
    }

    /** Ends a line, or the head. */
    public HeadWriter lineEnd() {
        makeRoom(2);
        bytes[end++] = '\r';
        bytes[end++] = '\n';
        return this;
    }

    /** How many bytes the head has. */
    public int size() {
        return end;
    }

    /** Copies the head to where it is sent from. */
    public void writeTo(ByteBuf target) {
        target.writeBytes(bytes, 0, end);
    }

    private void makeRoom(int count) {
        if (bytes.length - end < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + count));
        }
    }
}
