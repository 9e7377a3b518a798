package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.transport.wire.HeadWriter;
import java.nio.charset.StandardCharsets;

/** The head of an answer as it goes out, framing included. Good until the loop writes the next head. */
final class AnswerHead {
    /** The length of an answer without any length field: 204, or ended by the connection. */
    static final long UNTOLD = -2;

    /** The length of an answer in chunks. */
    static final long CHUNKED = -1;

    /** A body up to this size is copied behind its head, so that both are one piece for the socket. */
    static final int COPIED = 4_096;

    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKS = ascii("Transfer-Encoding: chunked\r\n");
    private static final byte[] KEEP_ALIVE = ascii("Connection: keep-alive\r\n");
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[][] STATUS_LINES = statusLines();

    private final HeadWriter writer;

    private AnswerHead(HeadWriter writer) {
        this.writer = writer;
    }

    /**
     * Composes a head.
     *
     * @param length the body's length, {@link #CHUNKED} or {@link #UNTOLD}
     * @param keepAlive whether the connection goes on
     * @param bodyless whether no body follows, whatever its length
     * @throws IllegalArgumentException if the status or a field cannot be written
     */
    static AnswerHead of(Loop loop, Answer answer, long length, boolean keepAlive, boolean bodyless) {
        if (answer.status() < 200 || answer.status() >= STATUS_LINES.length) {
            throw new IllegalArgumentException("status " + answer.status() + " is not between 200 and 599");
        }
        HeadWriter writer = loop.headWriter().raw(STATUS_LINES[answer.status()]);
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (!isOurs(headers.name(i))) {
                writer.field(headers.name(i), headers.value(i));
            }
        }
        writer.raw(loop.date());
        if (length > 0 || (length == 0 && !bodyless)) {
            writer.field(LENGTH, length);
        } else if (length == CHUNKED && !bodyless) {
            writer.raw(CHUNKS);
        }
        writer.raw(keepAlive ? KEEP_ALIVE : CLOSE).lineEnd();
        return new AnswerHead(writer);
    }

    private static boolean isOurs(String name) {
        return switch (name.length()) {
            case 4 -> name.equalsIgnoreCase("Date");
            case 10 -> name.equalsIgnoreCase("Connection") || name.equalsIgnoreCase("Keep-Alive");
            case 14 -> name.equalsIgnoreCase("Content-Length");
            case 17 -> name.equalsIgnoreCase("Transfer-Encoding");
            default -> false;
        };
    }

    private static byte[][] statusLines() {
        byte[][] lines = new byte[600][];
        for (int status = 0; status < lines.length; status++) {
            String reason = HttpResponseStatus.valueOf(status).reasonPhrase();
            lines[status] = ascii("HTTP/1.1 " + status + ' ' + reason + "\r\n");
        }
        return lines;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The head as bytes with room for what is copied behind it. */
    ByteBuf write(ByteBufAllocator allocator, long room) {
        ByteBuf bytes = allocator.directBuffer(writer.size() + (int) Math.max(0, Math.min(room, COPIED)));
        writer.writeTo(bytes);
        return bytes;
    }

    /** The head and a whole body as bytes. */
    ByteBuf write(ByteBufAllocator allocator, Body body) {
        ByteBuf bytes = allocator.directBuffer(writer.size() + (int) body.length());
        writer.writeTo(bytes);
        if (body instanceof Body.BytesBody inHand) {
            bytes.writeBytes(inHand.bytes());
        }
        return bytes;
    }
}
