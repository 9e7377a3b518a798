package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.tollgate.transport.wire.RequestHead;

/** What has arrived on a connection and was not understood yet. */
final class Input {
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;
    private int searched;

    void add(ByteBufAllocator allocator, ByteBuf more) {
        if (bytes.isReadable()) {
            bytes = ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(allocator, bytes, more);
        } else {
            bytes.release();
            bytes = more;
            searched = 0;
        }
    }

    ByteBuf bytes() {
        return bytes;
    }

    int size() {
        return bytes.readableBytes();
    }

    boolean isEmpty() {
        return !bytes.isReadable();
    }

    /** The length of the message head that begins here, or -1 while it is not complete. */
    int headLength() {
        int start = bytes.readerIndex();
        int end = RequestHead.end(bytes, start + searched);
        searched = end < 0 ? Math.max(0, bytes.readableBytes() - 2) : 0;
        return end < 0 ? -1 : end - start;
    }

    /** Whether a line ends among the first bytes. */
    boolean startsWithLine(int among) {
        int from = bytes.readerIndex();
        return bytes.indexOf(from, from + Math.min(among, bytes.readableBytes()), (byte) '\n') >= 0;
    }

    /** A robust server ignores empty lines before a request line (RFC 9112 2.2). */
    void skipLineEnds() {
        while (bytes.readableBytes() >= 2
                && bytes.getByte(bytes.readerIndex()) == '\r'
                && bytes.getByte(bytes.readerIndex() + 1) == '\n') {
            bytes.skipBytes(2);
            searched = 0;
        }
    }

    /** Gives memory back if nothing is left. */
    void tidy() {
        if (!bytes.isReadable()) {
            drop();
        }
    }

    /** Forgets everything. */
    void drop() {
        bytes.release();
        bytes = Unpooled.EMPTY_BUFFER;
        searched = 0;
    }
}
