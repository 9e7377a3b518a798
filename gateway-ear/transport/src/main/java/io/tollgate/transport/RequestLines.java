package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.Headers;
import io.tollgate.spi.http.UpstreamRequest;
import io.tollgate.transport.wire.HeadWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The head of a request as a backend gets it, and a body that is in hand. */
final class RequestLines {
    private static final byte[] BLANK = ascii(" ");
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] LENGTH = ascii("Content-Length: ");
    private static final byte[] CHUNKS = ascii("Transfer-Encoding: chunked\r\n");

    private RequestLines() {}

    /** @throws IllegalArgumentException if something in it cannot be sent */
    static ByteBuf write(UpstreamConnection connection, Target target, UpstreamRequest request) {
        Headers headers = request.headers();
        String host = headers.get("Host");
        HeadWriter head = connection.loop().headWriter();
        head.visible(request.method())
                .raw(BLANK)
                .visible(target.requestTarget())
                .raw(VERSION);
        head.field("Host", host == null ? target.authority() : host);
        for (int i = 0; i < headers.size(); i++) {
            if (!isOurs(headers.name(i))) {
                head.field(headers.name(i), headers.value(i));
            }
        }
        Body body = request.body();
        if (body.length() < 0) {
            head.raw(CHUNKS);
        } else if (body.length() > 0 || takesContent(request.method())) {
            head.field(LENGTH, body.length());
        }
        head.lineEnd();
        byte @Nullable [] content = body instanceof Body.BytesBody inHand ? inHand.bytes() : null;
        int room = content == null ? Math.clamp(body.length(), 0, AnswerHead.COPIED) : content.length;
        ByteBuf bytes = connection.context().alloc().directBuffer(head.size() + room);
        head.writeTo(bytes);
        return content == null ? bytes : bytes.writeBytes(content);
    }

    /** Whether a request without content must say so (RFC 9110 8.6). */
    private static boolean takesContent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "DELETE", "TRACE" -> false;
            default -> true;
        };
    }

    private static boolean isOurs(String name) {
        return switch (name.length()) {
            case 4 -> name.equalsIgnoreCase("Host");
            case 10 -> name.equalsIgnoreCase("Connection") || name.equalsIgnoreCase("Keep-Alive");
            case 14 -> name.equalsIgnoreCase("Content-Length");
            case 17 -> name.equalsIgnoreCase("Transfer-Encoding");
            default -> false;
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
