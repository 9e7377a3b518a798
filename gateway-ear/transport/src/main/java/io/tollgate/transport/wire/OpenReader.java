package io.tollgate.transport.wire;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads a body that the end of its connection ends. */
final class OpenReader extends BodyReader {

    @Override
    public @Nullable ByteBuf next(ByteBuf input) {
        return input.isReadable() ? input.readRetainedSlice(input.readableBytes()) : null;
    }

    @Override
    public boolean isDone() {
        return false;
    }

    @Override
    public boolean isDoneAtClose() {
        return true;
    }
}
