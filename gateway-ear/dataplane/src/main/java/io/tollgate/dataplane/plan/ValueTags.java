package io.tollgate.dataplane.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Tags of secret values: SipHash-2-4 with 128 bits under a key that exists in this process only. Without the key nobody can
 * make a value that has another one's tag, and a tag does not tell its value; it is a sixth of the work of an HMAC.
 * Immutable.
 */
final class ValueTags {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A value's tag: its first and its last 64 bits. */
    record Tag(long first, long last) {}

    private final long firstKey;
    private final long lastKey;

    /** Tags under this key of 128 bits. */
    ValueTags(long firstKey, long lastKey) {
        this.firstKey = firstKey;
        this.lastKey = lastKey;
    }

    /** Tags under a new key. */
    static ValueTags random() {
        SecureRandom random = new SecureRandom();
        return new ValueTags(random.nextLong(), random.nextLong());
    }

    Tag of(String value) {
        return of(value.getBytes(StandardCharsets.UTF_8));
    }

    Tag of(byte[] bytes) {
        State state = new State(firstKey, lastKey);
        int whole = bytes.length & ~7;
        for (int at = 0; at < whole; at += Long.BYTES) {
            state.mix((long) WORD.get(bytes, at));
        }
        long rest = (long) bytes.length << 56;
        for (int at = whole; at < bytes.length; at++) {
            rest |= (bytes[at] & 0xffL) << (8 * (at - whole));
        }
        state.mix(rest);
        state.v2 ^= 0xee;
        long first = state.finish();
        state.v1 ^= 0xdd;
        return new Tag(first, state.finish());
    }

    private static final class State {
        private long v0;
        private long v1;
        private long v2;
        private long v3;

        private State(long firstKey, long lastKey) {
            v0 = firstKey ^ 0x736f6d6570736575L;
            v1 = lastKey ^ 0x646f72616e646f6dL ^ 0xee;
            v2 = firstKey ^ 0x6c7967656e657261L;
            v3 = lastKey ^ 0x7465646279746573L;
        }

        private void mix(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        private long finish() {
            round();
            round();
            round();
            round();
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
