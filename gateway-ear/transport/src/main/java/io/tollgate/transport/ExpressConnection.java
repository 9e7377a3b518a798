package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.transport.Deadlines.Deadline;
import io.tollgate.transport.wire.RequestHead;
import io.tollgate.transport.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads heads and bodies, lets one request after the other be served, closes in order. Lives on
 * one event loop.
 */
final class ExpressConnection extends ChannelInboundHandlerAdapter {
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final ExpressService service;
    private final ExpressSettings settings;
    private final Loop loop;
    private final ChannelHandlerContext context;
    private final Peer peer;
    private final Input input = new Input();
    private final Deadline patience = new Deadline(this::patienceLost);

    private @Nullable ExpressExchange exchange;
    private boolean working;
    private boolean readingHead;
    private boolean draining;
    private boolean closing;

    ExpressConnection(ExpressService service, Loop loop, ChannelHandlerContext context, Peer peer) {
        this.service = service;
        this.settings = service.settings();
        this.loop = loop;
        this.context = context;
        this.peer = peer;
        waitFor(settings.idleTimeout());
    }

    Loop loop() {
        return loop;
    }

    Peer peer() {
        return peer;
    }

    ChannelHandlerContext context() {
        return context;
    }

    @Override
    public void channelRead(ChannelHandlerContext given, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            given.fireChannelRead(message);
        } else if (closing) {
            bytes.release();
        } else {
            input.add(context.alloc(), bytes);
            work();
        }
    }

    /** Does all that can be done with what has arrived. */
    void work() {
        if (working || closing) {
            return;
        }
        working = true;
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = step();
            }
        } catch (WireException refused) {
            refused(refused, new IOException(refused.getMessage()));
        } catch (BodyTooLargeException large) {
            refused(Refusal.tooLarge(settings.maxBodyBytes()), large);
        } finally {
            working = false;
            input.tidy();
        }
        ExpressExchange running = exchange;
        if (running != null) {
            running.flushBody();
        }
        read(running == null || closing || input.isEmpty() || running.takesInput());
    }

    private void read(boolean goesOn) {
        context.channel().config().setAutoRead(goesOn);
    }

    private boolean step() {
        if (closing) {
            return false;
        }
        if (exchange == null) {
            return readHead();
        }
        return !input.isEmpty() && exchange.deliver(input.bytes());
    }

    private boolean readHead() {
        input.skipLineEnds();
        if (input.isEmpty()) {
            return false;
        }
        int count = input.headLength();
        int most = settings.maxUrlBytes() + 2 * settings.maxHeaderBytes() + 64;
        if (count < 0 && input.size() <= most) {
            if (!readingHead) {
                readingHead = true;
                waitFor(settings.headTimeout());
            }
            return false;
        }
        if (count < 0 || count > most) {
            throw input.startsWithLine(settings.maxUrlBytes() + 64)
                    ? new WireException(431, "Request Header Fields Too Large")
                    : new WireException(414, "Request URI too long");
        }
        readingHead = false;
        waitFor(settings.idleTimeout());
        byte[] bytes = loop.take(input.bytes(), count);
        RequestHead head = RequestHead.read(bytes, count, settings.maxUrlBytes(), settings.maxHeaderBytes());
        if (head.length() > settings.maxBodyBytes()) {
            throw Refusal.tooLarge(settings.maxBodyBytes());
        }
        ExpressExchange begun = new ExpressExchange(this, head, settings.maxBodyBytes());
        exchange = begun;
        begun.serve(service);
        return true;
    }

    private void refused(WireException refusal, Throwable cause) {
        ExpressExchange running = exchange;
        if (running == null) {
            Refusal.write(this, refusal);
            closeSoon();
        } else {
            running.refuse(refusal, cause);
        }
    }

    /** The answer is written; the request may still be arriving. */
    void finished(ExpressExchange ended, boolean mayGoOn) {
        if (exchange != ended) {
            return;
        }
        exchange = null;
        if (!mayGoOn || draining) {
            closeSoon();
        } else {
            waitFor(settings.idleTimeout());
            work();
        }
    }

    /** Whether this connection shall end after the current answer. */
    boolean isDraining() {
        return draining || service.ending().get();
    }

    void sendContinue() {
        context.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE), context.voidPromise());
    }

    /** Ends after the running request, or now if there is none. */
    void drain() {
        draining = true;
        if (exchange == null && !closing) {
            close();
        }
    }

    /**
     * Says that nothing more will be sent and drops what the client still sends, for a while: closing at once would
     * make its system throw away the answer.
     */
    private void closeSoon() {
        if (closing) {
            return;
        }
        closing = true;
        input.drop();
        read(true);
        waitFor(LINGER);
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener((ChannelFutureListener) sent -> {
            if (sent.isSuccess() && context.channel() instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
            } else {
                close();
            }
        });
    }

    private void close() {
        closing = true;
        context.close();
    }

    /** Cuts the connection so that the client cannot take what it has for a whole answer. */
    void abort() {
        if (context.channel().isActive()) {
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
        }
        close();
    }

    private void waitFor(Duration patienceFor) {
        loop.set(patience, patienceFor.toNanos());
    }

    private void patienceLost() {
        ExpressExchange running = exchange;
        if (running != null && !closing && !running.waitsForClient()) {
            waitFor(settings.idleTimeout());
        } else {
            close();
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext given) {
        if (exchange != null && !closing) {
            waitFor(settings.idleTimeout());
        }
        given.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext given) {
        if (exchange != null && given.channel().isWritable()) {
            waitFor(settings.idleTimeout());
            exchange.writable();
        }
        given.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext given) {
        closing = true;
        loop.clear(patience);
        input.drop();
        if (exchange != null) {
            exchange.gone();
        }
        given.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext given, Throwable cause) {
        service.broken(cause);
        close();
    }
}
