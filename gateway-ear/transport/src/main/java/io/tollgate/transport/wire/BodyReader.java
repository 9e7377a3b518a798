package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Takes the content of one body out of what arrives on a connection. */
public abstract sealed class BodyReader permits CountedReader, ChunkReader, OpenReader {

    /** A body of this many bytes. */
    public static BodyReader counted(long length) {
        return new CountedReader(length);
    }

    /** A body in chunks. */
    public static BodyReader chunked() {
        return new ChunkReader();
    }

    /** A body that ends with its connection. */
    public static BodyReader untilClose() {
        return new OpenReader();
    }

    /** The next content, which the caller owns; null if more must arrive first or nothing will follow. */
    public abstract @Nullable ByteBuf next(ByteBuf input);

    /** Whether the body has been read to its end. */
    public abstract boolean isDone();

    /** Whether the body is complete if its connection ends now. */
    public boolean isDoneAtClose() {
        return isDone();
    }

    /** How many bytes are known to be still to come. */
    public long announced() {
        return 0;
    }

    /** How many bytes are still to come at most, or {@link Long#MAX_VALUE}. */
    public long missing() {
        return isDone() ? 0 : Long.MAX_VALUE;
    }
}
