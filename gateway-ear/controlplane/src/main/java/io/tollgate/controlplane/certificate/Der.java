package io.tollgate.controlplane.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the few ASN.1 values that a certificate is made of, in DER (X.690). */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0xA0;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, parts);
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    /** A bit string of whole octets. */
    static byte[] bits(byte[] octets) {
        return value(BIT_STRING, new byte[] {0}, octets);
    }

    static byte[] octets(byte[] content) {
        return value(OCTET_STRING, content);
    }

    /** A time as {@code 260102030405Z}, for years before 2050. */
    static byte[] utcTime(String text) {
        return value(UTC_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A time as {@code 20500102030405Z}. */
    static byte[] generalizedTime(String text) {
        return value(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** An explicitly tagged value. */
    static byte[] tagged(int tag, byte[] content) {
        return value(CONTEXT + tag, content);
    }

    private static byte[] value(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 5);
        out.write(tag);
        length(out, length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void length(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        byte[] octets = BigInteger.valueOf(length).toByteArray();
        int first = octets[0] == 0 ? 1 : 0;
        out.write(0x80 | (octets.length - first));
        out.write(octets, first, octets.length - first);
    }
}
