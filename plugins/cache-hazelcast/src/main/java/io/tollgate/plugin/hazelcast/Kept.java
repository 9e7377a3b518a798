package io.tollgate.plugin.hazelcast;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * An entry as nodes give it to each other.
 *
 * @param version a random number of each {@code put}, never 0
 * @param life how long it may still be served; a length, because clocks of nodes differ
 * @param response the response by {@link ResponseBytes}
 */
record Kept(long version, Duration life, byte[] response) {

    void writeTo(DataOutputStream out) throws IOException {
        out.writeLong(version);
        out.writeLong(life.toNanos());
        out.write(response);
    }

    static Kept readFrom(DataInputStream in) throws IOException {
        return new Kept(in.readLong(), Duration.ofNanos(in.readLong()), in.readAllBytes());
    }
}
