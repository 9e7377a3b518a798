package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.tollgate.spi.http.Body;
import io.tollgate.spi.http.BodyTooLargeException;
import io.tollgate.spi.http.UpstreamException;
import io.tollgate.spi.http.UpstreamException.Reason;
import io.tollgate.transport.wire.ResponseHead;
import io.tollgate.transport.wire.WireException;
import org.jspecify.annotations.Nullable;

/** One connection to a backend; it serves one call after the other. Lives on one event loop. */
final class UpstreamConnection extends ChannelInboundHandlerAdapter {
    private final Origin origin;
    private final ChannelHandlerContext context;
    private final UpstreamSettings settings;
    private final Input input = new Input();

    private @Nullable UpstreamCall call;
    private @Nullable ResponseBody body;
    private boolean keepsAlive;
    private boolean working;
    private boolean heard;
    private boolean used;
    private boolean gone;
    private long idleSince;

    UpstreamConnection(Origin origin, ChannelHandlerContext context, UpstreamSettings settings) {
        this.origin = origin;
        this.context = context;
        this.settings = settings;
    }

    ChannelHandlerContext context() {
        return context;
    }

    Loop loop() {
        return origin.loop();
    }

    /** Makes a call. */
    void serve(UpstreamCall next) {
        call = next;
        heard = false;
        next.send(this);
    }

    /** Whether the call failed for no other reason than that the backend had closed a connection that was kept. */
    boolean wasStale() {
        return used && !heard;
    }

    @Override
    public void channelRead(ChannelHandlerContext given, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            given.fireChannelRead(message);
            return;
        }
        if (call == null) {
            bytes.release();
            close();
            return;
        }
        heard = true;
        input.add(context.alloc(), bytes);
        work();
    }

    /** Does all that can be done with what has arrived. */
    void work() {
        if (working) {
            return;
        }
        working = true;
        try {
            boolean goesOn = true;
            while (goesOn) {
                goesOn = step();
            }
        } catch (WireException notHttp) {
            broken(new UpstreamException(Reason.BROKEN, String.valueOf(notHttp.getMessage())));
        } catch (BodyTooLargeException large) {
            broken(new UpstreamException(Reason.BROKEN, "the answer exceeds " + settings.maxBodyBytes() + " bytes"));
        } finally {
            working = false;
            input.tidy();
        }
        ResponseBody arriving = body;
        if (arriving != null) {
            arriving.flush();
        }
        if (gone) {
            finishIfDelivered();
        } else {
            context.channel().config().setAutoRead(arriving == null || input.isEmpty() || arriving.takesInput());
        }
    }

    private boolean step() {
        UpstreamCall current = call;
        if (current == null) {
            return false;
        }
        ResponseBody arriving = body;
        if (arriving == null) {
            return readHead(current);
        }
        if (arriving.deliver(input.bytes())) {
            complete();
        }
        return false;
    }

    private boolean readHead(UpstreamCall current) {
        if (input.isEmpty()) {
            return false;
        }
        int count = input.headLength();
        if (count > settings.maxHeaderBytes() || (count < 0 && input.size() > settings.maxHeaderBytes())) {
            throw new WireException(431, "the answer's head exceeds " + settings.maxHeaderBytes() + " bytes");
        }
        if (count < 0) {
            return false;
        }
        ResponseHead head = ResponseHead.read(loop().take(input.bytes(), count), count);
        if (head.isInterim()) {
            if (head.status() == 101) {
                throw new WireException(400, "the backend switched protocols");
            }
            return true;
        }
        keepsAlive = head.keepsAlive() && head.length() != ResponseHead.UNTIL_CLOSE;
        received(current, head);
        return true;
    }

    private void received(UpstreamCall current, ResponseHead head) {
        if (current.isBodyless(head)) {
            keepsAlive = head.keepsAlive();
            current.received(head, Body.EMPTY);
            complete();
        } else if (head.length() > settings.maxBodyBytes()) {
            throw new BodyTooLargeException(settings.maxBodyBytes());
        } else {
            ResponseBody arriving = ResponseBody.of(this, head, settings.maxBodyBytes());
            body = arriving;
            current.received(head, arriving);
        }
    }

    /** The answer is here as a whole. */
    private void complete() {
        UpstreamCall ended = call;
        call = null;
        body = null;
        used = true;
        if (ended == null) {
            return;
        }
        boolean sent = ended.isSent();
        ended.done();
        if (sent && keepsAlive && input.isEmpty() && context.channel().isActive()) {
            origin.free(this);
        } else {
            close();
        }
    }

    /** The call ends without a whole answer; the connection cannot be used again. */
    void broken(UpstreamException cause) {
        UpstreamCall ended = call;
        ResponseBody arriving = body;
        call = null;
        body = null;
        close();
        if (gone) {
            input.drop();
        }
        if (arriving != null) {
            arriving.fail(cause);
        }
        if (ended != null) {
            ended.broken(cause, this);
        }
    }

    /** A call gives up before its answer is complete. */
    void ended(UpstreamCall givenUp, UpstreamException cause) {
        if (call == givenUp) {
            broken(cause);
        }
    }

    void close() {
        context.close();
    }

    void idleSince(long nanos) {
        idleSince = nanos;
    }

    long idleSince() {
        return idleSince;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext given) {
        if (call != null && given.channel().isWritable()) {
            call.writable();
        }
        given.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext given) {
        origin.closed(this);
        gone = true;
        if (!working) {
            finishIfDelivered();
        }
        given.fireChannelInactive();
    }

    /** The backend has closed: the call ends with what had arrived, once the reader has taken that. */
    private void finishIfDelivered() {
        ResponseBody arriving = body;
        if (arriving != null && arriving.isHeldBack()) {
            return;
        }
        if (arriving != null && arriving.closed()) {
            complete();
        } else if (call != null) {
            broken(new UpstreamException(Reason.BROKEN, "the backend closed the connection"));
        }
        input.drop();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext given, Throwable cause) {
        broken(Failures.ofAnswer(cause));
    }
}
