package io.tollgate.transport;

import io.netty.buffer.ByteBuf;

/** Takes what nobody wants. */
final class Discard implements Sink {
    static final Discard SINK = new Discard();

    private Discard() {}

    @Override
    public void chunk(ByteBuf content) {
        content.release();
    }

    @Override
    public void flush() {
        // Nothing was written.
    }

    @Override
    public void end() {
        // Nobody waits for it.
    }

    @Override
    public void broken(Throwable cause) {
        // Nobody waits for it.
    }
}
