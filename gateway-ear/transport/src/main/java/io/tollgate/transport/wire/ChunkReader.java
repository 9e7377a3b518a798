package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body in chunks (RFC 9112 7.1), strictly: sizes are hexadecimal digits, lines end with CR LF, extensions and
 * trailers are checked and dropped.
 */
final class ChunkReader extends BodyReader {
    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_TRAILERS = 10_240;
    private static final int MOST_DIGITS = 12;

    private enum State {
        SIZE,
        CONTENT,
        CONTENT_END,
        TRAILER,
        DONE
    }

    private State state = State.SIZE;
    private long missing;
    private int trailerBytes;

    @Override
    public @Nullable ByteBuf next(ByteBuf input) {
        while (true) {
            boolean goesOn = switch (state) {
                case SIZE -> readSize(input);
                case CONTENT_END -> readContentEnd(input);
                case TRAILER -> readTrailer(input);
                case CONTENT, DONE -> false;
            };
            if (!goesOn) {
                return state == State.CONTENT ? content(input) : null;
            }
        }
    }

    private @Nullable ByteBuf content(ByteBuf input) {
        int count = (int) Math.min(missing, input.readableBytes());
        if (count == 0) {
            return null;
        }
        missing -= count;
        if (missing == 0) {
            state = State.CONTENT_END;
        }
        return input.readRetainedSlice(count);
    }

    private boolean readSize(ByteBuf input) {
        int end = lineEnd(input);
        if (end < 0) {
            return false;
        }
        long size = 0;
        int at = input.readerIndex();
        int digits = 0;
        for (int digit = hex(input.getByte(at)); digit >= 0; digit = hex(input.getByte(++at))) {
            size = size << 4 | digit;
            if (++digits > MOST_DIGITS) {
                throw WireException.bad("a chunk size is too large");
            }
        }
        if (digits == 0) {
            throw WireException.bad("a chunk size is no hexadecimal number");
        }
        requireExtension(input, at, end);
        input.readerIndex(end + 2);
        missing = size;
        state = size == 0 ? State.TRAILER : State.CONTENT;
        return state == State.TRAILER;
    }

    /** After the size comes nothing, or a semicolon and an extension; blanks only before the semicolon. */
    private static void requireExtension(ByteBuf input, int start, int end) {
        int at = start;
        while (at < end && Characters.isBlank(input.getByte(at))) {
            at++;
        }
        if (at == end ? at != start : input.getByte(at) != ';') {
            throw WireException.bad("a chunk size is no hexadecimal number");
        }
        requireValue(input, at, end);
    }

    private static void requireValue(ByteBuf input, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isValue(input.getByte(i))) {
                throw WireException.bad("a control character in a chunk's line");
            }
        }
    }

    private boolean readContentEnd(ByteBuf input) {
        if (input.readableBytes() < 2) {
            return false;
        }
        if (input.readByte() != '\r' || input.readByte() != '\n') {
            throw WireException.bad("a chunk is longer than its size");
        }
        state = State.SIZE;
        return true;
    }

    private boolean readTrailer(ByteBuf input) {
        int end = lineEnd(input);
        if (end < 0) {
            return false;
        }
        int start = input.readerIndex();
        trailerBytes += end - start;
        if (trailerBytes > MOST_TRAILERS) {
            throw new WireException(431, "Request Header Fields Too Large");
        }
        input.readerIndex(end + 2);
        if (end == start) {
            state = State.DONE;
            return false;
        }
        int colon = start;
        while (colon < end && Characters.isToken(input.getByte(colon))) {
            colon++;
        }
        if (colon == start || colon == end || input.getByte(colon) != ':') {
            throw WireException.bad("a trailer must be a name, a colon and a value on one line");
        }
        requireValue(input, colon, end);
        return true;
    }

    /** The index of the CR that ends the line here, or -1 while the line has not arrived. */
    private static int lineEnd(ByteBuf input) {
        int feed = input.indexOf(input.readerIndex(), input.writerIndex(), (byte) '\n');
        if (feed < 0 ? input.readableBytes() > LONGEST_LINE : feed - input.readerIndex() > LONGEST_LINE) {
            throw WireException.bad("a chunk's line is too long");
        }
        if (feed >= 0 && (feed == input.readerIndex() || input.getByte(feed - 1) != '\r')) {
            throw WireException.bad("a chunk's line ends without CR LF");
        }
        return feed - (feed < 0 ? 0 : 1);
    }

    private static int hex(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    @Override
    public long announced() {
        return missing;
    }

    @Override
    public boolean isDone() {
        return state == State.DONE;
    }
}
