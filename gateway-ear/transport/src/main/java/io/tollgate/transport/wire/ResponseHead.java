package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import io.tollgate.spi.http.Headers;

/**
 * The head of a backend's response.
 *
 * @param status the status code
 * @param headers the fields as received
 * @param length the announced length of the body, {@link #CHUNKED} or {@link #UNTIL_CLOSE}
 * @param keepsAlive whether the backend lets the connection be used again
 */
public record ResponseHead(int status, Headers headers, long length, boolean keepsAlive) {

    /** The length of a body in chunks. */
    public static final long CHUNKED = -1;

    /** The length of a body that the end of the connection ends. */
    public static final long UNTIL_CLOSE = -2;

    /** The index after the blank line that ends a head, or -1 while it has not arrived. */
    public static int end(ByteBuf buffer, int start) {
        return HeadBytes.headEnd(buffer, start);
    }

    /**
     * Reads a whole head, blank line included. Lines may end with LF alone and may be folded.
     *
     * @throws WireException if it is not HTTP/1 or its framing is ambiguous
     */
    public static ResponseHead read(byte[] bytes, int length) {
        return new ResponseReader(new HeadBytes(bytes, length)).read();
    }

    /** Whether another head follows this one. */
    public boolean isInterim() {
        return status < 200;
    }
}
