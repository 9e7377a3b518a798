package io.tollgate.dataplane.gateway;

import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Makes the ids that a call carries. Thread-safe if its random source is. */
public final class RequestIds {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final Supplier<RandomGenerator> random;

    /** Ids from a source of randomness; they are unique, not secret. */
    public RequestIds(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    /** A version 4 UUID in lower case, for {@code x-amzn-RequestId}. */
    public String requestId() {
        RandomGenerator source = random.get();
        long high = (source.nextLong() & ~0xF000L) | 0x4000L;
        long low = (source.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Sixteen characters that end with an equals sign, for {@code x-amz-apigw-id}. */
    public String extendedRequestId() {
        byte[] bytes = new byte[11];
        random.get().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    /** A trace root as X-Ray writes it: {@code 1-{8 hex}-{24 hex}}. */
    public String traceRoot(long epochSeconds) {
        RandomGenerator source = random.get();
        char[] text = new char[35];
        text[0] = '1';
        text[1] = '-';
        hex(text, 2, 8, epochSeconds);
        text[10] = '-';
        hex(text, 11, 8, source.nextLong());
        hex(text, 19, 16, source.nextLong());
        return new String(text);
    }

    private static void hex(char[] text, int start, int digits, long value) {
        for (int i = digits - 1; i >= 0; i--) {
            text[start + i] = HEX[(int) (value & 15)];
            value >>>= 4;
        }
    }

    /** Whether a client's own request id is one that AWS would keep. */
    static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : Character.digit(c, 16) < 0 || c > 'f') {
                return false;
            }
        }
        return true;
    }
}
