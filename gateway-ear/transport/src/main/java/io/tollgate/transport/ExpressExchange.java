package io.tollgate.transport;

import io.netty.buffer.ByteBuf;
import io.tollgate.dataplane.gateway.Answer;
import io.tollgate.dataplane.gateway.Incoming;
import io.tollgate.spi.http.Body;
import io.tollgate.transport.wire.RequestHead;
import io.tollgate.transport.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request and its answer on a connection. It is over when the answer is written and the request has arrived. */
final class ExpressExchange {
    private final ExpressConnection connection;
    private final RequestHead head;
    private final @Nullable RequestBody body;
    private final List<UpstreamCall> calls = new ArrayList<>(1);

    private @Nullable WireException refusal;
    private @Nullable AnswerStream stream;
    private boolean answered;
    private boolean written;
    private boolean goesOn;
    private boolean gone;

    ExpressExchange(ExpressConnection connection, RequestHead head, long mostBytes) {
        this.connection = connection;
        this.head = head;
        this.body = head.length() == 0 ? null : RequestBody.of(this, connection.loop(), head, mostBytes);
    }

    /** Hands the request to the gateway. */
    void serve(ExpressService service) {
        Peer peer = connection.peer();
        Incoming incoming = new Incoming(
                head.method(),
                peer.secure() ? "https" : "http",
                head.host(),
                head.path(),
                head.query(),
                head.headers(),
                body == null ? Body.EMPTY : body,
                peer.address(),
                peer.localPort());
        connection.loop().serve(this, () -> serve(service, incoming));
    }

    private void serve(ExpressService service, Incoming incoming) {
        try {
            service.handler()
                    .apply(incoming)
                    .whenComplete((ready, failure) -> connection.loop().run(() -> answer(service, ready, failure)));
        } catch (RuntimeException thrown) {
            answer(service, null, thrown);
        }
    }

    private void answer(ExpressService service, @Nullable Answer ready, @Nullable Throwable failure) {
        WireException refused = refusal;
        if (gone || refused != null || ready == null) {
            if (ready != null) {
                ready.body().discard();
            }
            if (!gone) {
                write(refused == null ? failed(service, failure) : Refusal.answer(refused), false);
            }
            return;
        }
        try {
            write(ready, head.keepsAlive() && !connection.isDraining() && requestEndsSoon());
        } catch (IllegalArgumentException bad) {
            ready.body().discard();
            write(failed(service, bad), false);
        }
    }

    private static Answer failed(ExpressService service, @Nullable Throwable failure) {
        service.unwritable(failure == null ? new IllegalStateException("no answer was given") : failure);
        return Refusal.answer(new WireException(500, "Internal server error"));
    }

    private boolean requestEndsSoon() {
        return body == null
                || body.isOver()
                || !body.isHeldBack()
                || (!body.isHeldUp() && body.missing() <= StreamBody.WORTH_DRAINING);
    }

    private void write(Answer answer, boolean keepAlive) {
        Body content = answer.body();
        boolean bodyless = head.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        boolean untold = answer.status() == 204 || (content.length() < 0 && head.oldVersion());
        long length = untold ? AnswerHead.UNTOLD : content.length();
        goesOn = keepAlive && (bodyless || !untold);
        AnswerHead first = AnswerHead.of(connection.loop(), answer, length, goesOn, bodyless);
        answered = true;
        if (bodyless || content instanceof Body.BytesBody) {
            ByteBuf bytes = first.write(connection.context().alloc(), bodyless ? Body.EMPTY : content);
            connection.context().writeAndFlush(bytes, connection.context().voidPromise());
            content.discard();
            written();
        } else {
            ByteBuf bytes = first.write(connection.context().alloc(), length);
            AnswerStream sending = new AnswerStream(this, connection, bytes, length);
            stream = sending;
            sending.begin(content, connection.loop());
        }
    }

    /** The answer is written to its end. */
    void written() {
        written = true;
        stream = null;
        if (body != null && !body.isOver()) {
            goesOn &= requestEndsSoon();
            if (goesOn) {
                body.abandon();
                return;
            }
            body.fail(new IOException("the answer was given before the request had ended"));
        }
        connection.finished(this, goesOn);
    }

    /** Hands input to the body that is arriving; true if there may be more to do. */
    boolean deliver(ByteBuf input) {
        if (body == null || !body.deliver(input)) {
            return false;
        }
        if (written) {
            connection.finished(this, goesOn);
        }
        return true;
    }

    /** Whether more input can be used now. */
    boolean takesInput() {
        return body != null && body.takesInput();
    }

    void flushBody() {
        if (body != null) {
            body.flush();
        }
    }

    /** The request turns out to be one that must not be served. */
    void refuse(WireException why, Throwable cause) {
        refusal = why;
        if (answered) {
            connection.abort();
        } else if (body != null) {
            body.fail(cause);
        }
    }

    void sendContinue() {
        if (!answered) {
            connection.sendContinue();
        }
    }

    /** The body can take input. */
    void work() {
        connection.work();
    }

    /** The client takes bytes again. */
    void writable() {
        if (stream != null) {
            stream.writable();
        }
    }

    /** Whether it is the client's turn to send or to take bytes. */
    boolean waitsForClient() {
        boolean sending = body != null && !body.isOver() && !body.isHeldBack();
        return sending || !connection.context().channel().isWritable();
    }

    /** A call to a backend begins; it ends with this exchange. */
    void calls(UpstreamCall call) {
        calls.add(call);
    }

    /** A call is over. */
    void called(UpstreamCall call) {
        calls.remove(call);
    }

    /** The client went away. */
    void gone() {
        if (gone) {
            return;
        }
        gone = true;
        IOException cause = new IOException("the client went away");
        if (stream != null) {
            stream.stop();
        }
        if (body != null) {
            body.fail(cause);
        }
        List.copyOf(calls).forEach(call -> call.cancel("the client went away"));
    }
}
