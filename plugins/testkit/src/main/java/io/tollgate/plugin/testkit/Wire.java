package io.tollgate.plugin.testkit;

import io.tollgate.spi.http.Headers;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 messages on a stream, as simply as tests need them. */
final class Wire {
    private final InputStream in;

    Wire(InputStream in) {
        this.in = in;
    }

    /** The first line of a message, or null at the end of the stream. */
    @Nullable String startLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.size() > 0) {
                    throw new EOFException("the stream ended within a line");
                }
                return null;
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    Headers headers() throws IOException {
        Headers headers = new Headers();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("'" + line + "' is no header field");
            }
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String line() throws IOException {
        String line = startLine();
        if (line == null) {
            throw new EOFException("the stream ended within a message");
        }
        return line;
    }

    /** The content that the fields announce; without a length, what comes until the end if it may. */
    byte[] body(Headers headers, boolean untilEnd) throws IOException {
        String coding = headers.get("Transfer-Encoding");
        if (coding != null && coding.toLowerCase(java.util.Locale.ROOT).endsWith("chunked")) {
            return chunks();
        }
        String length = headers.get("Content-Length");
        if (length != null) {
            return exactly(Integer.parseInt(length));
        }
        return untilEnd ? in.readAllBytes() : new byte[0];
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
            if (size == 0) {
                headers();
                return content.toByteArray();
            }
            content.write(exactly(size));
            line();
        }
    }

    private byte[] exactly(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException("the stream ended " + (count - bytes.length) + " bytes early");
        }
        return bytes;
    }

    static void write(OutputStream out, String startLine, Headers headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder(startLine).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }
}
