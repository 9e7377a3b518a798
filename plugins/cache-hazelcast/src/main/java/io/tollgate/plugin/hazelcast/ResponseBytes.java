package io.tollgate.plugin.hazelcast;

import io.tollgate.spi.cache.CachedResponse;
import io.tollgate.spi.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A response as it travels and lies on shelves. */
final class ResponseBytes {
    private static final int LARGEST_TEXT = 1 << 20;

    private ResponseBytes() {}

    static byte[] write(CachedResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length + 1024);
        DataOutputStream out = new DataOutputStream(bytes);
        Headers headers = response.headers();
        try {
            out.writeInt(response.status());
            out.writeLong(response.storedAtMillis());
            out.writeInt(headers.size());
            for (int i = 0; i < headers.size(); i++) {
                text(out, headers.name(i));
                text(out, headers.value(i));
            }
            out.write(response.body());
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The response; null if these bytes are none, for example of another version of this plugin. */
    static @Nullable CachedResponse read(byte[] bytes) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            int status = in.readInt();
            long storedAt = in.readLong();
            Headers headers = new Headers();
            for (int left = in.readInt(); left > 0; left--) {
                headers.add(text(in), text(in));
            }
            return new CachedResponse(status, headers, in.readAllBytes(), storedAt);
        } catch (IOException foreign) {
            return null;
        }
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LARGEST_TEXT) {
            throw new IOException("not a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
