package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Vert.x's decoder behind a look at the raw head: waits until a head is here as a whole, refuses what is ambiguous, and
 * closes the connection if a head does not arrive in time.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
    private final int maxHeadBytes;
    private final long headTimeoutMillis;

    private boolean atHead = true;
    private @Nullable String fault;
    private @Nullable ScheduledFuture<?> patience;

    StrictRequestDecoder(Http1ServerConfig config, int maxHeadBytes, long headTimeoutMillis) {
        super(config);
        this.maxHeadBytes = maxHeadBytes;
        this.headTimeoutMillis = headTimeoutMillis;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf buffer, List<Object> out) throws Exception {
        if (atHead && !headIsHere(context, buffer)) {
            return;
        }
        super.decode(context, buffer, out);
        if (!out.isEmpty()) {
            atHead = out.get(out.size() - 1) instanceof LastHttpContent;
        }
    }

    private boolean headIsHere(ChannelHandlerContext context, ByteBuf buffer) {
        skipLeadingLineEnds(buffer);
        if (!buffer.isReadable()) {
            return false;
        }
        int end = RequestHead.end(buffer, buffer.readerIndex());
        if (end < 0 && buffer.readableBytes() <= maxHeadBytes) {
            waitFor(context);
            return false;
        }
        stopWaiting();
        fault = end < 0 ? null : RequestHead.fault(buffer, buffer.readerIndex(), end);
        atHead = false;
        return true;
    }

    /** A robust server ignores an empty line before a request line (RFC 9112 2.2). */
    private static void skipLeadingLineEnds(ByteBuf buffer) {
        while (buffer.readableBytes() >= 2
                && buffer.getByte(buffer.readerIndex()) == '\r'
                && buffer.getByte(buffer.readerIndex() + 1) == '\n') {
            buffer.skipBytes(2);
        }
    }

    private void waitFor(ChannelHandlerContext context) {
        if (patience == null) {
            patience = context.executor().schedule((Runnable) context::close, headTimeoutMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
            patience = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        stopWaiting();
        super.channelInactive(context);
    }

    /** The answer to a refused head is HTTP/1.1, whatever its request line said. */
    @Override
    protected HttpMessage createInvalidMessage() {
        return new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/bad-request");
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        if (fault != null) {
            throw new HeadRejectedException(fault);
        }
        return super.createMessage(initialLine);
    }
}
