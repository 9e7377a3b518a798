package io.tollgate.transport.wire;

/** Which bytes may stand where (RFC 9110 5.5, 5.6.2 and 7.2; RFC 3986). */
final class Characters {
    private static final int TOKEN = 1;
    private static final int TARGET = 2;
    private static final int VALUE = 4;
    private static final int HOST = 8;
    private static final byte[] KINDS = kinds();

    private Characters() {}

    /** A character of a method or a field name. */
    static boolean isToken(int c) {
        return (KINDS[c & 0xFF] & TOKEN) != 0;
    }

    /** A character of a request target: visible ASCII without the fragment's sign. */
    static boolean isTarget(int c) {
        return (KINDS[c & 0xFF] & TARGET) != 0;
    }

    /** A character of a field value: anything but control characters other than the tabulator. */
    static boolean isValue(int c) {
        return (KINDS[c & 0xFF] & VALUE) != 0;
    }

    /** A character of a host name, an address or a port. */
    static boolean isHost(int c) {
        return (KINDS[c & 0xFF] & HOST) != 0;
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int c = 0; c < 256; c++) {
            boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
            int kind = alphanumeric || "!#$%&'*+-.^_`|~".indexOf(c) >= 0 ? TOKEN : 0;
            kind |= c > ' ' && c < 0x7F && c != '#' ? TARGET : 0;
            kind |= c == '\t' || (c >= ' ' && c != 0x7F) ? VALUE : 0;
            kind |= alphanumeric || "-._~%!$&'()*+,;=:[]".indexOf(c) >= 0 ? HOST : 0;
            kinds[c] = (byte) kind;
        }
        return kinds;
    }
}
