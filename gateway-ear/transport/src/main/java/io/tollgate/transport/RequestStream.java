package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/** A request to a backend whose body is still arriving. */
final class RequestStream extends BodyWriter {
    private final UpstreamCall call;

    RequestStream(UpstreamCall call, ChannelHandlerContext context, ByteBuf head, long length) {
        super(context, head, length);
        this.call = call;
    }

    @Override
    void complete() {
        call.sent();
    }

    @Override
    void incomplete(Throwable cause) {
        call.unsendable(cause);
    }
}
