package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads a body of known length. */
final class CountedReader extends BodyReader {
    private long missing;

    CountedReader(long length) {
        missing = length;
    }

    @Override
    public @Nullable ByteBuf next(ByteBuf input) {
        int count = (int) Math.min(missing, input.readableBytes());
        if (count == 0) {
            return null;
        }
        missing -= count;
        return input.readRetainedSlice(count);
    }

    @Override
    public boolean isDone() {
        return missing == 0;
    }

    @Override
    public long announced() {
        return missing;
    }

    @Override
    public long missing() {
        return missing;
    }
}
