package io.tollgate.plugin.hazelcast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What one node says to another. Keys are digests. */
sealed interface Question {

    /** Asks the key's node for an entry; of the version that is known already only its life is told. */
    record Get(String key, long known) implements Question {}

    /** Asks the key's node for the right to fetch. */
    record Claim(String key) implements Question {}

    /** Gives the key's node an entry; ends the asker's claim. */
    record Put(String key, Kept entry) implements Question {}

    /** Gives a claim up. */
    record Release(String key) implements Question {}

    /** Tells one who waits that a claim has ended. */
    record Ended(String key) implements Question {}

    /** Tells everybody that an entry was replaced: copies have to be confirmed. */
    record Replaced(String key) implements Question {}

    /** Tells everybody to forget an entry. */
    record Forget(String key) implements Question {}

    /** Tells everybody to forget all entries. */
    record Flush() implements Question {}

    /** The bytes of this question. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            switch (this) {
                case Get get -> {
                    begin(out, 'g', get.key());
                    out.writeLong(get.known());
                }
                case Claim claim -> begin(out, 'c', claim.key());
                case Put put -> {
                    begin(out, 'p', put.key());
                    put.entry().writeTo(out);
                }
                case Release release -> begin(out, 'r', release.key());
                case Ended ended -> begin(out, 'e', ended.key());
                case Replaced replaced -> begin(out, 'n', replaced.key());
                case Forget forget -> begin(out, 'f', forget.key());
                case Flush flush -> begin(out, 'a', "");
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void begin(DataOutputStream out, char kind, String key) throws IOException {
        out.writeByte(kind);
        out.writeUTF(key);
    }

    /** Reads a question; null if this version does not know it. */
    static @Nullable Question read(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int kind = in.readByte();
            String key = in.readUTF();
            return switch (kind) {
                case 'g' -> new Get(key, in.readLong());
                case 'c' -> new Claim(key);
                case 'p' -> new Put(key, Kept.readFrom(in));
                case 'r' -> new Release(key);
                case 'e' -> new Ended(key);
                case 'n' -> new Replaced(key);
                case 'f' -> new Forget(key);
                case 'a' -> new Flush();
                default -> null;
            };
        } catch (IOException foreign) {
            return null;
        }
    }
}
