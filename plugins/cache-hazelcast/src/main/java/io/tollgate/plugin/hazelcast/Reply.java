package io.tollgate.plugin.hazelcast;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What a key's node answers to {@link Question.Get} and {@link Question.Claim}. */
sealed interface Reply {

    /** There is no entry. To a claim: the asker shall fetch. */
    record Absent() implements Reply {}

    /** The asker has the entry already. */
    record Same() implements Reply {}

    /** The entry. */
    record Found(Kept entry) implements Reply {}

    /** Another node is fetching; the asker will be told when it has ended. */
    record Held() implements Reply {}

    /** The bytes of this reply. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            switch (this) {
                case Absent absent -> out.writeByte('a');
                case Same same -> out.writeByte('s');
                case Held held -> out.writeByte('h');
                case Found found -> {
                    out.writeByte('f');
                    found.entry().writeTo(out);
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads a reply; what this version does not know is absent. */
    static Reply read(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return switch (in.read()) {
                case 's' -> new Same();
                case 'h' -> new Held();
                case 'f' -> new Found(Kept.readFrom(in));
                default -> new Absent();
            };
        } catch (IOException foreign) {
            return new Absent();
        }
    }
}
