package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import io.tollgate.spi.http.Headers;

/**
 * The head of a request, read strictly: what two readers could understand differently is refused.
 *
 * @param method the verb as sent
 * @param path the path as sent, undecoded
 * @param query the query string as sent, without its question mark
 * @param host the authority that was asked: the target's if it has one, else the Host field
 * @param headers the fields as received
 * @param oldVersion whether this is HTTP/1.0
 * @param length the announced length of the body, {@link #CHUNKED}, or 0
 * @param keepsAlive whether the client wants to go on after the answer
 * @param expectsContinue whether the client waits for 100 before it sends the body
 */
public record RequestHead(
        String method,
        String path,
        String query,
        String host,
        Headers headers,
        boolean oldVersion,
        long length,
        boolean keepsAlive,
        boolean expectsContinue) {

    /** The length of a body in chunks. */
    public static final long CHUNKED = -1;

    /** The index after the blank line that ends a head, or -1 while it has not arrived. */
    public static int end(ByteBuf buffer, int start) {
        return HeadBytes.headEnd(buffer, start);
    }

    /**
     * Reads a whole head, blank line included.
     *
     * @param bytes the head, from index 0
     * @param length how many of the bytes are the head
     * @param maxTarget the longest request target; beyond it 414
     * @param maxFields the fields' names and values together; beyond it 431
     * @throws WireException if it is refused
     */
    public static RequestHead read(byte[] bytes, int length, int maxTarget, int maxFields) {
        return new RequestReader(new HeadBytes(bytes, length)).read(maxTarget, maxFields);
    }
}
